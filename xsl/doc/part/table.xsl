<?xml version="1.0" encoding="UTF-8"?>
<!-- table: a table of the facts with its sentence; an empty one is said in words. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    xmlns:t="urn:geppo:template:1"
    xmlns:d="urn:geppo:document:1"
    xmlns="urn:geppo:document:1"
    exclude-result-prefixes="f t d">

  <xsl:key name="table" match="/f:facts/f:table" use="@id"/>
  <!-- not as children: those of a ledger are many rows, and its sheets show a few of them each -->
  <xsl:key name="columns" match="/f:facts/f:table/f:column | /f:facts/f:figure/f:trace/f:table/f:column" use="../@id"/>
  <xsl:key name="notes" match="/f:facts/f:table/f:note | /f:facts/f:figure/f:trace/f:table/f:note" use="../@id"/>

  <xsl:template match="t:table">
    <xsl:apply-templates select="key('table', @ref)">
      <xsl:with-param name="id" select="concat('t-', @ref)"/>
      <xsl:with-param name="only" select="@columns"/>
      <xsl:with-param name="trend" select="@trend"/>
      <xsl:with-param name="heads" select="@heads"/>
      <xsl:with-param name="footnotes" select="t:footnote"/>
      <xsl:with-param name="instead" select="key('sentence', @sentence)"/>
    </xsl:apply-templates>
    <xsl:if test="not(key('table', @ref))">
      <xsl:call-template name="nothing"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="t:tables">
    <xsl:variable name="tables" select="/f:facts/f:table[starts-with(@id, current()/@prefix)]"/>
    <xsl:apply-templates select="$tables"/>
    <xsl:if test="not($tables)">
      <xsl:call-template name="nothing"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="nothing">
    <p><xsl:value-of select="key('word', 'doc.nothing')"/></p>
  </xsl:template>

  <!-- nothing to show: the sentence of the table says so -->
  <xsl:template match="f:table[not(f:row)]">
    <xsl:param name="instead" select="/.."/>
    <xsl:apply-templates select="$instead | f:sentence[not($instead)]"/>
    <xsl:if test="not($instead | f:sentence)">
      <xsl:call-template name="nothing"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="f:table" name="table">
    <xsl:param name="id" select="concat('t-', @id)"/>
    <!-- the columns that the template wants, as words; all when it names none -->
    <xsl:param name="only"/>
    <!-- a sparkline of the indicator that each row names -->
    <xsl:param name="trend"/>
    <!-- of the template: `vertical`, and footnotes, each of the head of a column -->
    <xsl:param name="heads"/>
    <xsl:param name="footnotes" select="/.."/>
    <!-- of more rows than a document shows, the last ones (src/doc/wanted) -->
    <xsl:param name="last" select="@last"/>
    <xsl:param name="rows" select="f:row[not(../@skip) or position() > ../@skip]"/>
    <!-- a sentence to stand instead of its own -->
    <xsl:param name="instead" select="/.."/>
    <xsl:param name="told" select="$instead | f:sentence[not($instead)]"/>
    <xsl:variable name="names" select="concat(' ', normalize-space($only), ' ')"/>
    <xsl:variable name="all" select="not($only)"/>
    <xsl:apply-templates select="$told"/>
    <xsl:apply-templates select="$last"/>
    <table id="{$id}">
      <xsl:copy-of select="@wide[$all]"/>
      <caption><xsl:value-of select="@title"/></caption>
      <xsl:apply-templates select="key('columns', @id)[$all or contains($names, concat(' ', @id, ' '))]" mode="col"/>
      <xsl:if test="$trend"><col align="start" nowrap="yes"/></xsl:if>
      <head>
        <row kind="head">
          <xsl:apply-templates select="key('columns', @id)[$all or contains($names, concat(' ', @id, ' '))]">
            <xsl:with-param name="heads" select="$heads"/>
            <xsl:with-param name="footnotes" select="$footnotes"/>
          </xsl:apply-templates>
          <xsl:if test="$trend">
            <cell header="yes"><xsl:value-of select="key('word', 'doc.trend')"/></cell>
          </xsl:if>
        </row>
      </head>
      <body>
        <xsl:apply-templates select="$rows">
          <xsl:with-param name="names" select="$names"/>
          <xsl:with-param name="all" select="$all"/>
          <xsl:with-param name="trend" select="$trend"/>
        </xsl:apply-templates>
      </body>
      <xsl:apply-templates select="key('notes', @id)"/>
    </table>
  </xsl:template>

  <xsl:template match="f:sentence | f:remark">
    <p><xsl:value-of select="."/></p>
  </xsl:template>

  <xsl:template match="f:table/@last">
    <p>
      <xsl:call-template name="fill">
        <xsl:with-param name="text">
          <xsl:call-template name="fill">
            <xsl:with-param name="text" select="key('word', 'doc.last-rows')"/>
            <xsl:with-param name="value" select="."/>
          </xsl:call-template>
        </xsl:with-param>
        <xsl:with-param name="place" select="'{all}'"/>
        <xsl:with-param name="value" select="../@all"/>
      </xsl:call-template>
    </p>
  </xsl:template>

  <xsl:template match="f:note">
    <note><xsl:value-of select="."/></note>
  </xsl:template>

  <xsl:template match="f:row">
    <xsl:param name="names"/>
    <xsl:param name="all" select="true()"/>
    <xsl:param name="trend"/>
    <row>
      <xsl:copy-of select="@kind | @file | @line"/>
      <xsl:apply-templates select="f:cell[$all or contains($names, concat(' ', @column, ' '))]"/>
      <xsl:if test="$trend"><xsl:call-template name="spark"/></xsl:if>
    </row>
  </xsl:template>

  <!-- aligned as its column is -->
  <xsl:template match="f:cell">
    <cell>
      <xsl:copy-of select="@tone"/>
      <xsl:value-of select="."/>
    </cell>
  </xsl:template>
  <xsl:template match="f:cell[@state]">
    <cell>
      <xsl:apply-templates select="text()" mode="status"/>
    </cell>
  </xsl:template>
  <xsl:template match="text()" mode="status">
    <status>
      <xsl:copy-of select="../@tone"/>
      <xsl:value-of select="."/>
    </status>
  </xsl:template>

</xsl:stylesheet>
