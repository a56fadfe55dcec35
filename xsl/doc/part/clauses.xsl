<?xml version="1.0" encoding="UTF-8"?>
<!-- clauses: those of the specification that the document itself answers. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    xmlns:t="urn:geppo:template:1"
    xmlns:d="urn:geppo:document:1"
    xmlns="urn:geppo:document:1"
    exclude-result-prefixes="f t d">

  <xsl:key name="chapter" match="/f:facts/t:template/t:section" use="@id"/>

  <xsl:template match="t:clauses">
    <xsl:variable name="clauses" select="/f:facts/f:contract/f:clause[f:answer/@kind = /f:facts/f:document/@kind]"/>
    <xsl:if test="$clauses">
      <table id="t-clauses">
        <caption><xsl:value-of select="key('word', 'doc.clauses')"/></caption>
        <col align="start" nowrap="yes"/><col align="start" weight="2"/><col align="start"/>
        <head>
          <row kind="head">
            <cell header="yes"><xsl:value-of select="key('word', 'doc.clauses.id')"/></cell>
            <cell header="yes"><xsl:value-of select="key('word', 'doc.clauses.title')"/></cell>
            <cell header="yes"><xsl:value-of select="key('word', 'doc.clauses.section')"/></cell>
          </row>
        </head>
        <body><xsl:apply-templates select="$clauses"/></body>
      </table>
    </xsl:if>
    <xsl:if test="not($clauses)">
      <p><xsl:value-of select="key('word', 'doc.clauses.none')"/></p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="f:clause">
    <row>
      <cell><xsl:value-of select="@id"/></cell>
      <cell><xsl:value-of select="@title"/></cell>
      <cell>
        <xsl:apply-templates select="f:answer[@kind = /f:facts/f:document/@kind and key('chapter', @section)]"/>
      </cell>
    </row>
  </xsl:template>

  <xsl:template match="f:answer">
    <xsl:if test="position() != 1"><xsl:text> / </xsl:text></xsl:if>
    <ref to="{@section}"/>
    <xsl:value-of select="concat(' ', key('chapter', @section)/@title)"/>
  </xsl:template>

</xsl:stylesheet>
