<?xml version="1.0" encoding="UTF-8"?>
<!-- unhandled: an element that no template matches stops the run with its
     name; nothing of a document is lost in silence. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="*">
    <xsl:message terminate="yes">
      <xsl:text>no template for the element </xsl:text>
      <xsl:value-of select="name()"/>
      <xsl:text> below </xsl:text>
      <xsl:value-of select="name(..)"/>
    </xsl:message>
  </xsl:template>
</xsl:stylesheet>
