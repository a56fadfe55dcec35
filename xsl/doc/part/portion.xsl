<?xml version="1.0" encoding="UTF-8"?>
<!-- portion: some rows of a table, in words where there are none. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    xmlns:t="urn:geppo:template:1"
    xmlns:d="urn:geppo:document:1"
    xmlns="urn:geppo:document:1"
    exclude-result-prefixes="f t d">

  <!-- the first rows, and where all of them are -->
  <xsl:template match="t:table[@rows]" priority="1">
    <xsl:variable name="table" select="key('table', @ref)"/>
    <xsl:apply-templates select="$table">
      <xsl:with-param name="id" select="concat('first-', @ref)"/>
      <xsl:with-param name="only" select="@columns"/>
      <xsl:with-param name="trend" select="@trend"/>
      <xsl:with-param name="footnotes" select="t:footnote"/>
      <xsl:with-param name="rows" select="$table/f:row[position() &lt;= current()/@rows]"/>
      <xsl:with-param name="last" select="/.."/>
      <xsl:with-param name="instead" select="key('sentence', @sentence)"/>
    </xsl:apply-templates>
    <xsl:if test="$table/@skip or $table/f:row[position() > current()/@rows]">
      <note>
        <xsl:call-template name="fill">
          <xsl:with-param name="text">
            <xsl:call-template name="fill">
              <xsl:with-param name="text" select="key('word', 'doc.first-rows')"/>
              <xsl:with-param name="value" select="@rows"/>
            </xsl:call-template>
          </xsl:with-param>
          <xsl:with-param name="place" select="'{whole}'"/>
          <xsl:with-param name="value" select="@whole"/>
        </xsl:call-template>
      </note>
    </xsl:if>
    <xsl:if test="not(key('table', @ref))">
      <xsl:call-template name="nothing"/>
    </xsl:if>
  </xsl:template>

  <!-- the files that rows of this document stand in, the checks that found something -->
  <xsl:key name="standing" match="/f:facts/f:table/f:row" use="@file"/>

  <xsl:template match="t:table[@part]" priority="1">
    <xsl:variable name="all" select="key('table', @ref)/f:row"/>
    <xsl:variable name="shown" select="$all[key('standing', f:cell[@column = 'path'])]"/>
    <xsl:variable name="found" select="$all[f:cell[@column = 'count'] != 0]"/>
    <xsl:variable name="rows" select="$shown[current()/@part = 'shown'] | $found[current()/@part = 'found']"/>
    <p>
      <xsl:call-template name="fill">
        <xsl:with-param name="text">
          <xsl:call-template name="fill">
            <xsl:with-param name="text" select="key('word', concat('doc.', @part, substring('.none', 1, 5 * not($rows))))"/>
            <xsl:with-param name="value" select="count($rows)"/>
          </xsl:call-template>
        </xsl:with-param>
        <xsl:with-param name="place" select="'{all}'"/>
        <xsl:with-param name="value" select="count($all)"/>
      </xsl:call-template>
    </p>
    <xsl:if test="$rows">
      <xsl:apply-templates select="key('table', @ref)" mode="part">
        <xsl:with-param name="id" select="concat('t-', @ref)"/>
        <xsl:with-param name="only" select="@columns"/>
        <xsl:with-param name="rows" select="$rows"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

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
