<?xml version="1.0" encoding="UTF-8"?>
<!-- column: the columns of a table and their heads. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    xmlns:t="urn:geppo:template:1"
    xmlns:d="urn:geppo:document:1"
    xmlns="urn:geppo:document:1"
    exclude-result-prefixes="f t d">

  <!-- columns: numbers end, states are centred, long texts take the room -->

  <xsl:template match="f:column" mode="col">
    <col align="start"/>
  </xsl:template>
  <xsl:template match="f:column[@type = 'longtext']" mode="col">
    <col align="start" weight="2"/>
  </xsl:template>
  <xsl:template match="f:column[@type = 'id' or @type = 'date' or @type = 'instant']" mode="col">
    <col align="start" nowrap="yes"/>
  </xsl:template>
  <xsl:template match="f:column[@type = 'int' or @type = 'decimal' or @type = 'percent' or @type = 'duration']" mode="col">
    <col align="end" nowrap="yes"/>
  </xsl:template>
  <xsl:template match="f:column[@type = 'status']" mode="col">
    <col align="center" nowrap="yes"/>
  </xsl:template>

  <xsl:template match="f:column">
    <xsl:param name="footnotes" select="/.."/>
    <xsl:param name="heads"/>
    <cell header="yes">
      <xsl:apply-templates select="@type" mode="align"/>
      <xsl:if test="$heads = 'vertical'">
        <xsl:apply-templates select="@type" mode="way"/>
      </xsl:if>
      <xsl:value-of select="@label"/>
      <xsl:apply-templates select="@unit"/>
      <xsl:apply-templates select="$footnotes[@column = current()/@id]"/>
    </cell>
  </xsl:template>

  <xsl:template match="t:footnote">
    <footnote><xsl:apply-templates/></footnote>
  </xsl:template>

  <xsl:template match="@type" mode="align"/>
  <xsl:template match="@type[. = 'int' or . = 'decimal' or . = 'percent' or . = 'duration']" mode="align">
    <xsl:attribute name="align">end</xsl:attribute>
  </xsl:template>
  <xsl:template match="@type[. = 'status']" mode="align">
    <xsl:attribute name="align">center</xsl:attribute>
  </xsl:template>

  <!-- numbers are narrow -->
  <xsl:template match="@type" mode="way"/>
  <xsl:template match="@type[. = 'int' or . = 'decimal' or . = 'percent' or . = 'duration']" mode="way">
    <xsl:attribute name="vertical">yes</xsl:attribute>
  </xsl:template>

  <xsl:template match="@unit">
    <xsl:call-template name="fill">
      <xsl:with-param name="text" select="string(key('word', 'doc.unit'))"/>
      <xsl:with-param name="place" select="'{unit}'"/>
      <xsl:with-param name="value" select="."/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
