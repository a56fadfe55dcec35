<?xml version="1.0" encoding="UTF-8"?>
<!-- form: ruled boxes of label and value, boxes for seals. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:geppo:document:1"
    xmlns:svg="http://www.w3.org/2000/svg"
    exclude-result-prefixes="d svg">

  <xsl:template match="d:form">
    <dl class="form">
      <xsl:copy-of select="@id"/>
      <xsl:if test="@columns">
        <xsl:attribute name="class">form columns-<xsl:value-of select="@columns"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </dl>
  </xsl:template>

  <xsl:template match="d:field">
    <div>
      <xsl:if test="@span">
        <xsl:attribute name="class">span-<xsl:value-of select="@span"/></xsl:attribute>
      </xsl:if>
      <dt><xsl:value-of select="@label"/></dt>
      <dd>
        <xsl:if test="@tone">
          <xsl:attribute name="class"><xsl:value-of select="@tone"/></xsl:attribute>
        </xsl:if>
        <xsl:if test="@lines">
          <xsl:attribute name="style">--lines:<xsl:value-of select="@lines"/></xsl:attribute>
        </xsl:if>
        <xsl:apply-templates/>
        <xsl:if test="not(node() or @lines)">
          <span class="empty"><xsl:value-of select="/d:document/d:meta/@empty"/></span>
        </xsl:if>
      </dd>
    </div>
  </xsl:template>

  <xsl:template match="d:approvals">
    <ul class="approvals"><xsl:apply-templates/></ul>
  </xsl:template>
  <xsl:template match="d:approval">
    <li><xsl:apply-templates/></li>
  </xsl:template>
</xsl:stylesheet>
