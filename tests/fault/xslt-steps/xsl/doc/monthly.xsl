<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="/" name="twice"><xsl:param name="n" select="0"/><xsl:if test="$n &lt; 100"><xsl:call-template name="twice"><xsl:with-param name="n" select="$n + 1"/></xsl:call-template><xsl:call-template name="twice"><xsl:with-param name="n" select="$n + 1"/></xsl:call-template></xsl:if></xsl:template>
</xsl:stylesheet>
