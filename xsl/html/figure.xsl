<?xml version="1.0" encoding="UTF-8"?>
<!-- figure: the picture as SVG, its caption, and its data as a table, unless the
     caption leads to one. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:geppo:document:1"
    xmlns:svg="http://www.w3.org/2000/svg"
    exclude-result-prefixes="d svg">

  <xsl:template match="d:figure">
    <figure>
      <xsl:copy-of select="@id"/>
      <xsl:apply-templates select="d:chart | d:diagram"/>
      <xsl:apply-templates select="d:caption"/>
      <xsl:apply-templates select="d:chart[not(../d:caption/d:ref)] | d:diagram" mode="data"/>
    </figure>
  </xsl:template>

  <xsl:template match="d:figure/d:caption">
    <figcaption>
      <span class="number"><xsl:value-of select="../@number"/></span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates/>
    </figcaption>
  </xsl:template>

  <xsl:template match="d:chart | d:diagram">
    <xsl:if test="svg:svg">
      <div class="scroll picture" role="group" tabindex="0" aria-label="{concat(../@number, ' ', ../d:caption)}">
        <xsl:copy-of select="svg:svg"/>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- without a picture the data stand open -->
  <xsl:template match="d:chart | d:diagram" mode="data">
    <details>
      <xsl:if test="not(svg:svg)">
        <xsl:attribute name="open">open</xsl:attribute>
      </xsl:if>
      <summary><xsl:value-of select="/d:document/d:meta/@data"/></summary>
      <div class="scroll" role="group" tabindex="0" aria-label="{concat(../@number, ' ', /d:document/d:meta/@data)}">
        <table>
          <xsl:apply-templates select="." mode="table"/>
        </table>
      </div>
      <xsl:if test="d:mark">
        <ul><xsl:apply-templates select="d:mark" mode="table"/></ul>
      </xsl:if>
    </details>
  </xsl:template>

  <xsl:template match="d:mark" mode="table">
    <li><xsl:value-of select="@label"/></li>
  </xsl:template>

  <xsl:template match="d:chart" mode="table">
    <thead>
      <tr class="head">
        <th scope="col">
          <xsl:value-of select="@across"/>
          <xsl:if test="not(@across)"><xsl:value-of select="/d:document/d:meta/@category"/></xsl:if>
        </th>
        <xsl:apply-templates select="d:line" mode="table"/>
      </tr>
    </thead>
    <tbody>
      <xsl:apply-templates select="d:category" mode="table"/>
    </tbody>
  </xsl:template>

  <!-- bars: what, of which class, from when to when -->
  <xsl:template match="d:chart[d:line/d:bar]" mode="table">
    <thead>
      <tr class="head">
        <th scope="col"><xsl:value-of select="@down"/></th>
        <th scope="col"><xsl:value-of select="/d:document/d:meta/@class"/></th>
        <th scope="col"><xsl:value-of select="/d:document/d:meta/@span"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:apply-templates select="d:line/d:bar" mode="table"/>
    </tbody>
  </xsl:template>

  <xsl:template match="d:bar" mode="table">
    <xsl:variable name="class" select="@class"/>
    <tr>
      <th scope="row"><xsl:value-of select="../@label"/></th>
      <td><xsl:value-of select="../../d:class[position() = $class + 1]/@label"/></td>
      <td><xsl:value-of select="."/></td>
    </tr>
  </xsl:template>

  <xsl:template match="d:line" mode="table">
    <th scope="col" class="end"><xsl:value-of select="@label"/></th>
  </xsl:template>

  <xsl:template match="d:category" mode="table">
    <xsl:variable name="place" select="position()"/>
    <tr>
      <th scope="row"><xsl:value-of select="."/></th>
      <xsl:apply-templates select="../d:line/d:point[position() = $place]" mode="table"/>
    </tr>
  </xsl:template>

  <xsl:template match="d:point" mode="table">
    <td class="end">
      <xsl:value-of select="."/>
      <xsl:if test="not(@value)"><span class="empty"><xsl:value-of select="/d:document/d:meta/@empty"/></span></xsl:if>
    </td>
  </xsl:template>

  <xsl:template match="d:diagram" mode="table">
    <thead>
      <tr class="head">
        <th scope="col"><xsl:value-of select="/d:document/d:meta/@lane"/></th>
        <th scope="col"><xsl:value-of select="/d:document/d:meta/@box"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:apply-templates select="d:box" mode="table"/>
    </tbody>
  </xsl:template>

  <xsl:template match="d:box" mode="table">
    <tr>
      <td><xsl:value-of select="@lane"/></td>
      <td><xsl:apply-templates select="d:text" mode="table"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="d:text" mode="table">
    <xsl:if test="position() != 1"><br/></xsl:if>
    <xsl:value-of select="."/>
  </xsl:template>
</xsl:stylesheet>
