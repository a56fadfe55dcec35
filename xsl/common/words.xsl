<?xml version="1.0" encoding="UTF-8"?>
<!-- words: texts of the catalogue by key, and filling the places of a text. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    exclude-result-prefixes="f">

  <xsl:key name="word" match="/f:facts/f:word" use="@key"/>

  <!-- a word in running text -->
  <xsl:template name="word">
    <xsl:param name="key"/>
    <xsl:value-of select="key('word', $key)"/>
  </xsl:template>

  <!-- text with one place, such as 表{n}; a text without it stays as it is -->
  <xsl:template name="fill">
    <xsl:param name="text"/>
    <xsl:param name="place" select="'{n}'"/>
    <xsl:param name="value"/>
    <xsl:choose>
      <xsl:when test="contains($text, $place)">
        <xsl:value-of select="concat(substring-before($text, $place), $value, substring-after($text, $place))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
