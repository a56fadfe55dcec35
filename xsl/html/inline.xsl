<?xml version="1.0" encoding="UTF-8"?>
<!-- inline: elements within running text. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:geppo:document:1"
    xmlns:svg="http://www.w3.org/2000/svg"
    exclude-result-prefixes="d svg">

  <xsl:template match="d:em | d:strong | d:code">
    <xsl:element name="{local-name()}"><xsl:apply-templates/></xsl:element>
  </xsl:template>

  <xsl:template match="d:status">
    <span class="status {@tone}"><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="d:ref">
    <a class="number" href="#{@to}"><xsl:apply-templates/></a>
  </xsl:template>

  <xsl:template match="d:spark">
    <xsl:copy-of select="svg:svg"/>
    <xsl:if test="not(svg:svg)"><xsl:value-of select="@label"/></xsl:if>
  </xsl:template>

  <xsl:template match="d:link">
    <a href="{@href}" rel="noreferrer"><xsl:apply-templates/></a>
  </xsl:template>

  <!-- its mark; what it says stands at the end of the section -->
  <xsl:template match="d:footnote">
    <sup><a id="{@id}-mark" href="#{@id}" role="doc-noteref"><xsl:value-of select="@number"/></a></sup>
  </xsl:template>

  <xsl:template match="d:ruby">
    <ruby>
      <xsl:value-of select="@base"/>
      <rp>（</rp><rt><xsl:apply-templates/></rt><rp>）</rp>
    </ruby>
  </xsl:template>
</xsl:stylesheet>
