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
          <xsl:apply-templates select="d:caption | d:head | d:body | d:foot"/>
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
    <thead><xsl:apply-templates/></thead>
  </xsl:template>
  <xsl:template match="d:body">
    <tbody><xsl:apply-templates/></tbody>
  </xsl:template>
  <xsl:template match="d:foot">
    <tfoot><xsl:apply-templates/></tfoot>
  </xsl:template>

  <xsl:template match="d:row">
    <tr>
      <xsl:if test="@kind or @tone">
        <xsl:attribute name="class">
          <xsl:value-of select="normalize-space(concat(@kind, ' ', @tone))"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="d:cell"/>
    </tr>
  </xsl:template>

  <xsl:template match="d:cell">
    <td><xsl:call-template name="cell"/></td>
  </xsl:template>
  <xsl:template match="d:cell[@header]">
    <th scope="row"><xsl:call-template name="cell"/></th>
  </xsl:template>
  <xsl:template match="d:head/d:row/d:cell">
    <th scope="col"><xsl:call-template name="cell"/></th>
  </xsl:template>
  <xsl:template match="d:head/d:row/d:cell[@vertical]">
    <th scope="col" class="narrow">
      <xsl:copy-of select="@colspan | @rowspan"/>
      <span class="down"><xsl:apply-templates/></span>
    </th>
  </xsl:template>

  <!-- a cell is as its column is: aligned, not broken, or with room for long texts -->
  <xsl:template name="cell">
    <xsl:variable name="place" select="position()"/>
    <xsl:variable name="col" select="ancestor::d:table[1]/d:col[position() = $place]"/>
    <xsl:copy-of select="@colspan | @rowspan"/>
    <xsl:variable name="class">
      <xsl:value-of select="concat((@align | $col[not(current()/@align)]/@align)[. != 'start'], ' ', @tone)"/>
      <xsl:if test="$col/@nowrap"> nowrap</xsl:if>
      <xsl:if test="$col/@weight"> long</xsl:if>
      <xsl:if test="@blank"> blank</xsl:if>
    </xsl:variable>
    <xsl:if test="normalize-space($class)">
      <xsl:attribute name="class">
        <xsl:value-of select="normalize-space($class)"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="not(node() or @blank)">
      <span class="empty"><xsl:value-of select="/d:document/d:meta/@empty"/></span>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
