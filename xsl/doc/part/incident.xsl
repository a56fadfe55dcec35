<?xml version="1.0" encoding="UTF-8"?>
<!-- incident: a report of each incident: what it was, what is due, its course, cause and approvals. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    xmlns:t="urn:geppo:template:1"
    xmlns:d="urn:geppo:document:1"
    xmlns="urn:geppo:document:1"
    exclude-result-prefixes="f t d">

  <xsl:key name="of-ticket" match="/f:facts/f:table[@id = 'incident-duties' or @id = 'incident-timeline']/f:row" use="concat(../@id, ' ', f:cell[@column = 'ticket_id'])"/>

  <xsl:template match="t:incidents">
    <xsl:variable name="reports" select="key('table', 'incident-reports')"/>
    <xsl:apply-templates select="$reports/f:row" mode="incident"/>
    <xsl:if test="not($reports/f:row)"><xsl:call-template name="nothing"/></xsl:if>
  </xsl:template>

  <!-- each begins a page of its own -->
  <xsl:template match="f:row" mode="incident">
    <xsl:variable name="id" select="f:cell[@column = 'ticket_id']"/>
    <xsl:variable name="place" select="concat('incident-', position())"/>
    <xsl:variable name="staged">
      <xsl:call-template name="fill">
        <xsl:with-param name="text" select="key('word', 'doc.incident.title')"/>
        <xsl:with-param name="value" select="f:cell[@column = 'stage']"/>
      </xsl:call-template>
    </xsl:variable>
    <section id="{$place}">
      <title>
        <xsl:value-of select="concat($id, ' ')"/>
        <xsl:call-template name="fill">
          <xsl:with-param name="text" select="$staged"/>
          <xsl:with-param name="place" select="'{title}'"/>
          <xsl:with-param name="value" select="f:cell[@column = 'title']"/>
        </xsl:call-template>
      </title>
      <section id="{$place}-facts">
        <title><xsl:value-of select="key('word', 'doc.incident.facts')"/></title>
        <form columns="2">
          <xsl:apply-templates select="f:cell[not(contains(' title cause provisional permanent prevention nonconformity ', concat(' ', @column, ' ')))]" mode="sheet"/>
        </form>
      </section>
      <section id="{$place}-due">
        <title><xsl:value-of select="key('word', 'doc.incident.due')"/></title>
        <xsl:apply-templates select="key('table', 'incident-duties')" mode="part">
          <xsl:with-param name="id" select="concat($place, '-duties')"/>
          <xsl:with-param name="only" select="'name owner term due done-at state'"/>
          <xsl:with-param name="rows" select="key('of-ticket', concat('incident-duties ', $id))"/>
        </xsl:apply-templates>
      </section>
      <section id="{$place}-course">
        <title><xsl:value-of select="key('word', 'doc.incident.course')"/></title>
        <xsl:apply-templates select="key('table', 'incident-timeline')" mode="part">
          <xsl:with-param name="id" select="concat($place, '-timeline')"/>
          <xsl:with-param name="only" select="'at event detail actor'"/>
          <xsl:with-param name="rows" select="key('of-ticket', concat('incident-timeline ', $id))"/>
        </xsl:apply-templates>
      </section>
      <section id="{$place}-cause">
        <title><xsl:value-of select="key('word', 'doc.incident.cause')"/></title>
        <form columns="2">
          <xsl:apply-templates select="f:cell[contains(' cause provisional permanent prevention ', concat(' ', @column, ' '))]" mode="write"/>
          <field label="{key('word', 'doc.incident.second')}" span="2" lines="2"/>
        </form>
      </section>
      <section id="{$place}-conform">
        <title><xsl:value-of select="key('word', 'doc.incident.conform')"/></title>
        <form columns="2">
          <xsl:apply-templates select="f:cell[@column = 'nonconformity']" mode="sheet"/>
          <field label="{key('word', 'doc.incident.ledger')}" lines="1"/>
          <field label="{key('word', 'doc.incident.approve-measure')}" lines="2"/>
          <field label="{key('word', 'doc.incident.approve-prevention')}" lines="2"/>
          <field label="{key('word', 'doc.incident.approve-report')}" lines="2"/>
          <field label="{key('word', 'doc.incident.approve-vendor')}" lines="2"/>
        </form>
        <xsl:if test="position() != last()"><pagebreak/></xsl:if>
      </section>
    </section>
  </xsl:template>

  <!-- what is not known yet is left to be written -->
  <xsl:template match="f:cell" mode="write">
    <field label="{key('column', concat(../../@id, ' ', @column))/@label}" span="2">
      <xsl:if test="not(text())"><xsl:attribute name="lines">3</xsl:attribute></xsl:if>
      <xsl:value-of select="."/>
    </field>
  </xsl:template>

</xsl:stylesheet>
