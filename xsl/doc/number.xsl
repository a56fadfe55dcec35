<?xml version="1.0" encoding="UTF-8"?>
<!-- number: the document again, with the numbers of its sections, tables and
     figures, and references that show them; ids of footnotes.  The patterns are words, handed
     in by src/doc/compose.c: 第{n}章, {chapter}.{n}, ({n}), 表{n}, 図{n}, 注{n}. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:geppo:document:1"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="d exsl">

  <xsl:import href="../common/words.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:param name="chapter"/>
  <xsl:param name="section"/>
  <xsl:param name="clause"/>
  <xsl:param name="table"/>
  <xsl:param name="figure"/>
  <xsl:param name="footnote"/>

  <xsl:key name="id" match="*[@id]" use="@id"/>
  <xsl:key name="captioned" match="d:table[d:caption] | d:figure | d:footnote" use="local-name()"/>
  <xsl:key name="count" match="count" use="@of"/>

  <!-- counted once: a walk back from each table would cost their square -->
  <xsl:variable name="counts">
    <xsl:for-each select="key('captioned', 'table')">
      <count of="{generate-id()}" n="{position()}"/>
    </xsl:for-each>
    <xsl:for-each select="key('captioned', 'figure')">
      <count of="{generate-id()}" n="{position()}"/>
    </xsl:for-each>
    <xsl:for-each select="key('captioned', 'footnote')">
      <count of="{generate-id()}" n="{position()}"/>
    </xsl:for-each>
  </xsl:variable>

  <xsl:template match="@* | node()">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="d:section | d:table[d:caption] | d:figure">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:attribute name="number">
        <xsl:apply-templates select="." mode="number"/>
      </xsl:attribute>
      <xsl:apply-templates/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="d:footnote">
    <xsl:copy>
      <xsl:attribute name="id">
        <xsl:call-template name="captioned">
          <xsl:with-param name="text" select="'note-{n}'"/>
        </xsl:call-template>
      </xsl:attribute>
      <xsl:apply-templates select="@*"/>
      <xsl:attribute name="number">
        <xsl:apply-templates select="." mode="number"/>
      </xsl:attribute>
      <xsl:apply-templates/>
    </xsl:copy>
  </xsl:template>

  <!-- a reference without its target stays empty: content.c reports it -->
  <xsl:template match="d:ref">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:apply-templates select="key('id', @to)" mode="number"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="*" mode="number">
    <xsl:value-of select="d:title | d:caption"/>
  </xsl:template>

  <xsl:template match="d:document/d:section" mode="number">
    <xsl:call-template name="fill">
      <xsl:with-param name="text" select="$chapter"/>
      <xsl:with-param name="value"><xsl:number count="d:section"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:document/d:section/d:section" mode="number">
    <xsl:call-template name="fill">
      <xsl:with-param name="text">
        <xsl:call-template name="fill">
          <xsl:with-param name="text" select="$section"/>
          <xsl:with-param name="place" select="'{chapter}'"/>
          <xsl:with-param name="value">
            <xsl:apply-templates select=".." mode="count"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="value"><xsl:number count="d:section"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:section" mode="count">
    <xsl:number count="d:section"/>
  </xsl:template>

  <xsl:template match="d:section" mode="number">
    <xsl:call-template name="fill">
      <xsl:with-param name="text" select="$clause"/>
      <xsl:with-param name="value"><xsl:number count="d:section"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:table[d:caption]" mode="number">
    <xsl:call-template name="captioned">
      <xsl:with-param name="text" select="$table"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="d:figure" mode="number">
    <xsl:call-template name="captioned">
      <xsl:with-param name="text" select="$figure"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:footnote" mode="number">
    <xsl:call-template name="captioned">
      <xsl:with-param name="text" select="$footnote"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="captioned">
    <xsl:param name="text"/>
    <xsl:variable name="id" select="generate-id()"/>
    <xsl:call-template name="fill">
      <xsl:with-param name="text" select="$text"/>
      <xsl:with-param name="value">
        <xsl:for-each select="exsl:node-set($counts)">
          <xsl:value-of select="key('count', $id)/@n"/>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
