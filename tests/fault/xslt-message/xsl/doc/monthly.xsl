<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="/">
    <xsl:message>by the way</xsl:message>
    <xsl:message terminate="yes">enough</xsl:message>
  </xsl:template>
</xsl:stylesheet>
