<?xml version="1.0" encoding="UTF-8"?>
<!-- table: tables scroll inside a box of their own, which the keyboard reaches. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:geppo:document:1"
    xmlns:svg="http://www.w3.org/2000/svg"
    exclude-result-prefixes="d svg">

  <xsl:template match="d:table">
    <div class="table">
      <xsl:copy-of select="@id"/>
      <div class="scroll" role="group" tabindex="0">
        <xsl:apply-templates select="." mode="name"/>
        <table>
          <xsl:apply-templates select="d:caption | d:head | d:body | d:foot">
            <xsl:with-param name="cols" select="d:col"/>
          </xsl:apply-templates>
        </table>
      </div>
      <xsl:apply-templates select="d:note"/>
    </div>
  </xsl:template>

  <!-- the box is named by the table's caption, else by its section -->
  <xsl:template match="d:table" mode="name">
    <xsl:attribute name="aria-label">
      <xsl:value-of select="ancestor::*[d:title][1]/d:title"/>
    </xsl:attribute>
  </xsl:template>
  <xsl:template match="d:table[d:caption]" mode="name">
    <xsl:attribute name="aria-label">
      <xsl:value-of select="concat(@number, ' ', d:caption)"/>
    </xsl:attribute>
  </xsl:template>

  <xsl:template match="d:table/d:caption">
    <caption>
      <span class="number"><xsl:value-of select="../@number"/></span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates/>
    </caption>
  </xsl:template>

  <xsl:template match="d:head">
    <xsl:param name="cols"/>
    <thead><xsl:apply-templates><xsl:with-param name="cols" select="$cols"/></xsl:apply-templates></thead>
  </xsl:template>
  <xsl:template match="d:body">
    <xsl:param name="cols"/>
    <tbody><xsl:apply-templates><xsl:with-param name="cols" select="$cols"/></xsl:apply-templates></tbody>
  </xsl:template>
  <xsl:template match="d:foot">
    <xsl:param name="cols"/>
    <tfoot><xsl:apply-templates><xsl:with-param name="cols" select="$cols"/></xsl:apply-templates></tfoot>
  </xsl:template>

  <xsl:template match="d:row">
    <xsl:param name="cols"/>
    <tr>
      <xsl:if test="@kind or @tone">
        <xsl:attribute name="class">
          <xsl:value-of select="normalize-space(concat(@kind, ' ', @tone))"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="d:cell">
        <xsl:with-param name="cols" select="$cols"/>
      </xsl:apply-templates>
    </tr>
  </xsl:template>

  <xsl:template match="d:cell">
    <xsl:param name="cols"/>
    <td>
      <xsl:call-template name="cell"><xsl:with-param name="cols" select="$cols"/></xsl:call-template>
    </td>
  </xsl:template>
  <xsl:template match="d:cell[@header]">
    <xsl:param name="cols"/>
    <th scope="row">
      <xsl:call-template name="cell"><xsl:with-param name="cols" select="$cols"/></xsl:call-template>
    </th>
  </xsl:template>
  <xsl:template match="d:head/d:row/d:cell">
    <xsl:param name="cols"/>
    <th scope="col">
      <xsl:call-template name="cell"><xsl:with-param name="cols" select="$cols"/></xsl:call-template>
    </th>
  </xsl:template>
  <xsl:template match="d:head/d:row/d:cell[@vertical]">
    <th scope="col" class="narrow">
      <xsl:copy-of select="@colspan | @rowspan"/>
      <span class="down"><xsl:apply-templates/></span>
    </th>
  </xsl:template>

  <!-- a cell is as its column is: aligned, not broken, or with room for long texts; classes have
       the names of the attributes -->
  <xsl:template name="cell">
    <xsl:param name="cols"/>
    <xsl:variable name="place" select="position()"/>
    <xsl:variable name="col" select="$cols[$place]"/>
    <xsl:variable name="align" select="(@align | $col[not(current()/@align)]/@align)[. != 'start']"/>
    <xsl:copy-of select="@colspan | @rowspan"/>
    <xsl:if test="$align or @tone or $col/@nowrap or $col/@weight or @blank">
      <xsl:attribute name="class">
        <xsl:value-of select="normalize-space(concat($align, ' ', @tone, ' ', name($col/@nowrap), ' ', name($col/@weight), ' ', name(@blank)))"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="not(node() or @blank)">
      <span class="empty"><xsl:value-of select="/d:document/d:meta/@empty"/></span>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
