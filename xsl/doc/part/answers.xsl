<?xml version="1.0" encoding="UTF-8"?>
<!-- answers: each clause of the specification, and where the documents answer it. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    xmlns:t="urn:geppo:template:1"
    xmlns:d="urn:geppo:document:1"
    xmlns="urn:geppo:document:1"
    exclude-result-prefixes="f t d">

  <xsl:template match="t:answers">
    <xsl:variable name="clauses" select="/f:facts/f:contract/f:clause"/>
    <xsl:variable name="rows" select="$clauses/f:answer | $clauses[not(f:answer)]"/>
    <xsl:if test="$clauses and not(@checklist)">
      <p><xsl:value-of select="/f:facts/f:contract/@answered"/></p>
    </xsl:if>
    <!-- only what the period owes can be checked -->
    <xsl:variable name="shown" select="$rows[not(current()/@checklist)] |
        $rows[current()/@checklist][self::f:answer[not(@document) or key('located', @kind)] or self::f:clause[not(@outside)]]"/>
    <xsl:if test="$shown">
      <table>
        <xsl:attribute name="id">
          <xsl:text>t-answers</xsl:text>
          <xsl:if test="@checklist">-checklist</xsl:if>
        </xsl:attribute>
        <caption><xsl:value-of select="ancestor::t:section[1]/@title"/></caption>
        <col align="start" nowrap="yes"/><col align="start" weight="3"/>
        <col align="start" weight="2"/><col align="start" weight="2"/>
        <col align="end" nowrap="yes"/>
        <xsl:if test="@checklist"><col align="center" nowrap="yes"/><col align="start" weight="6"/></xsl:if>
        <head>
          <row kind="head">
            <cell header="yes"><xsl:value-of select="key('word', 'doc.clauses.id')"/></cell>
            <cell header="yes"><xsl:value-of select="key('word', 'doc.clauses.title')"/></cell>
            <cell header="yes"><xsl:value-of select="key('word', 'doc.answers.document')"/></cell>
            <cell header="yes"><xsl:value-of select="key('word', 'doc.clauses.section')"/></cell>
            <cell header="yes" align="end"><xsl:value-of select="key('word', 'doc.answers.page')"/></cell>
            <xsl:if test="@checklist">
              <cell header="yes"><xsl:value-of select="key('word', 'doc.answers.check')"/></cell>
              <cell header="yes"><xsl:value-of select="key('word', 'doc.answers.note')"/></cell>
            </xsl:if>
          </row>
        </head>
        <body>
          <xsl:apply-templates select="$shown" mode="answers">
            <xsl:with-param name="blanks" select="boolean(@checklist)"/>
          </xsl:apply-templates>
        </body>
      </table>
    </xsl:if>
    <xsl:if test="not($shown)"><xsl:call-template name="nothing"/></xsl:if>
  </xsl:template>

  <xsl:template match="f:clause" mode="answers">
    <xsl:param name="blanks"/>
    <row>
      <cell><xsl:value-of select="@id"/></cell>
      <cell><xsl:value-of select="@title"/></cell>
      <cell colspan="3"><xsl:apply-templates select="." mode="unanswered"/></cell>
      <xsl:if test="$blanks"><xsl:call-template name="check"/></xsl:if>
    </row>
  </xsl:template>

  <!-- the boxes of the inspector -->
  <xsl:template name="check">
    <cell blank="yes"><xsl:value-of select="key('word', 'doc.answers.choice')"/></cell>
    <cell blank="yes"/>
  </xsl:template>

  <xsl:template match="f:clause" mode="unanswered">
    <status tone="bad"><xsl:value-of select="key('word', 'doc.answers.missing')"/></status>
  </xsl:template>
  <xsl:template match="f:clause[@outside]" mode="unanswered">
    <status tone="muted"><xsl:value-of select="key('word', 'doc.answers.outside')"/></status>
    <xsl:value-of select="concat('　', @outside)"/>
  </xsl:template>

  <xsl:template match="f:answer" mode="answers">
    <xsl:param name="blanks"/>
    <row>
      <cell><xsl:value-of select="../@id"/></cell>
      <cell><xsl:value-of select="../@title"/></cell>
      <cell>
        <xsl:value-of select="@document"/>
        <xsl:if test="not(@document)"><xsl:value-of select="@kind"/></xsl:if>
      </cell>
      <xsl:apply-templates select="." mode="where"/>
      <xsl:if test="$blanks"><xsl:call-template name="check"/></xsl:if>
    </row>
  </xsl:template>

  <!-- once is enough to say that the period does not owe the document -->
  <xsl:template match="f:answer[not(key('located', @kind)) and @kind = preceding-sibling::f:answer/@kind]" mode="answers" priority="1"/>

  <!-- a document that the period does not owe, or a section it does not have -->
  <xsl:template match="f:answer" mode="where">
    <cell colspan="2"><status tone="warn"><xsl:value-of select="key('word', 'doc.answers.missing')"/></status></cell>
  </xsl:template>
  <xsl:template match="f:answer[@document and not(key('located', @kind))]" mode="where">
    <cell colspan="2"><status tone="muted"><xsl:value-of select="key('word', 'doc.answers.later')"/></status></cell>
  </xsl:template>
  <xsl:template match="/f:facts/f:contract/f:clause/f:answer[@page]" mode="where">
    <cell>
      <xsl:value-of select="concat(@number, ' ', @title)"/>
      <xsl:if test="@empty"><xsl:text>　</xsl:text><status tone="muted"><xsl:value-of select="key('word', 'doc.answers.empty')"/></status></xsl:if>
    </cell>
    <cell align="end"><xsl:value-of select="@page"/></cell>
  </xsl:template>

  <xsl:key name="located" match="/f:facts/f:contract/f:clause/f:answer[@page]" use="@kind"/>

</xsl:stylesheet>
