<?xml version="1.0" encoding="UTF-8"?>
<!-- portion: some rows of a table, in words where there are none. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    xmlns:d="urn:geppo:document:1"
    xmlns="urn:geppo:document:1"
    exclude-result-prefixes="f d">

  <xsl:template match="f:table" mode="part">
    <xsl:param name="id"/>
    <xsl:param name="only"/>
    <xsl:param name="rows"/>
    <xsl:if test="$rows">
      <xsl:call-template name="table">
        <xsl:with-param name="id" select="$id"/>
        <xsl:with-param name="only" select="$only"/>
        <xsl:with-param name="rows" select="$rows"/>
        <xsl:with-param name="told" select="/.."/>
        <xsl:with-param name="last" select="/.."/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="not($rows)"><xsl:call-template name="nothing"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
