<?xml version="1.0" encoding="UTF-8"?>
<!-- plan: a sheet for each indicator that was missed, or is followed since (改善計画書);
     those missed, in short. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    xmlns:t="urn:geppo:template:1"
    xmlns:d="urn:geppo:document:1"
    xmlns="urn:geppo:document:1"
    exclude-result-prefixes="f t d">

  <xsl:key name="of-figure" match="/f:facts/f:table[@id = 'improvement-months']/f:row" use="f:cell[@column = 'id']"/>

  <xsl:template match="t:figures[@part = 'plan']">
    <xsl:variable name="missed" select="/f:facts/f:figure[@verdict = 'missed' or @followed]"/>
    <xsl:apply-templates select="$missed" mode="plan"/>
    <xsl:if test="not($missed)">
      <p><xsl:value-of select="key('word', 'doc.plan.none')"/></p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="t:figures[@part = 'missed']">
    <xsl:apply-templates select="/f:facts/f:figure[@verdict = 'missed']" mode="missed"/>
  </xsl:template>

  <!-- how far from the target, and how it came there -->
  <xsl:template match="f:figure" mode="missed">
    <section id="figure-{@anchor}">
      <title><xsl:value-of select="concat(@id, ' ', @name)"/></title>
      <xsl:apply-templates select="f:sentence"/>
      <xsl:apply-templates select="f:chart" mode="trend"/>
    </section>
  </xsl:template>

  <xsl:template match="f:figure" mode="plan">
    <section id="plan-{@anchor}">
      <xsl:copy-of select="@clause"/>
      <title><xsl:value-of select="concat(@id, ' ', @name)"/></title>
      <xsl:apply-templates select="f:sentence | f:remark"/>
      <form columns="2">
        <field label="{key('word', 'doc.plan.item')}" span="2"><xsl:value-of select="concat(@id, ' ', @name)"/></field>
        <xsl:apply-templates select="f:definition[@key = 'target']" mode="result"/>
        <xsl:apply-templates select="@value | @word | @before | @missed" mode="result"/>
      </form>
      <xsl:apply-templates select="f:chart" mode="trend"/>
      <xsl:apply-templates select="@followed" mode="plan"/>
      <xsl:apply-templates select="." mode="said"/>
      <section id="plan-{@anchor}-form">
        <title><xsl:value-of select="key('word', 'doc.plan.progress')"/></title>
        <form columns="2">
          <field label="{key('word', 'doc.plan.who')}" lines="1"/>
          <field label="{key('word', 'doc.plan.due')}" lines="1"><xsl:value-of select="key('sentence', 'next-report')"/></field>
          <field label="{key('word', 'doc.plan.progress')}" span="2" lines="3"/>
          <field label="{key('word', 'doc.plan.guidance')}" span="2" lines="3"/>
          <field label="{key('word', 'doc.plan.effect')}" lines="1"/>
          <field label="{key('word', 'doc.plan.done')}" lines="1"/>
        </form>
        <xsl:if test="position() != last()"><pagebreak/></xsl:if>
      </section>
    </section>
  </xsl:template>

  <!-- the months since the first miss, which judge the plans made in them -->
  <xsl:template match="@followed" mode="plan">
    <section id="plan-{../@anchor}-months">
      <title><xsl:value-of select="key('table', 'improvement-months')/@title"/></title>
      <xsl:apply-templates select="key('table', 'improvement-months')" mode="part">
        <xsl:with-param name="id" select="concat('plan-', ../@anchor, '-values')"/>
        <xsl:with-param name="only" select="'month value verdict effect'"/>
        <xsl:with-param name="rows" select="key('of-figure', ../@id)"/>
      </xsl:apply-templates>
    </section>
  </xsl:template>

</xsl:stylesheet>
