<?xml version="1.0" encoding="UTF-8"?>
<!-- figure: one indicator: result, trend, definition; and its trace. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    xmlns:t="urn:geppo:template:1"
    xmlns:d="urn:geppo:document:1"
    xmlns="urn:geppo:document:1"
    exclude-result-prefixes="f t d">

  <xsl:template match="t:figures">
    <xsl:variable name="ids" select="concat(' ', normalize-space(@ref), ' ')"/>
    <xsl:apply-templates select="/f:facts/f:figure[not(current()/@kind) or @kind = current()/@kind]
                                 [not(current()/@ref) or contains($ids, concat(' ', @id, ' '))]" mode="result">
      <xsl:with-param name="part" select="@part"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="t:figures[@part = 'trace']">
    <xsl:apply-templates select="/f:facts/f:figure[f:trace]" mode="trace"/>
  </xsl:template>

  <xsl:template match="t:figures[@part = 'definition']">
    <xsl:apply-templates select="/f:facts/f:figure" mode="definition"/>
  </xsl:template>

  <xsl:template match="f:figure" mode="definition">
    <section id="figure-{@anchor}">
      <xsl:copy-of select="@clause"/>
      <title><xsl:value-of select="concat(@id, ' ', @name)"/></title>
      <form columns="2">
        <xsl:apply-templates select="f:definition"/>
      </form>
    </section>
  </xsl:template>

  <xsl:template match="f:figure" mode="result">
    <xsl:param name="part"/>
    <section id="figure-{@anchor}">
      <xsl:copy-of select="@clause"/>
      <title><xsl:value-of select="concat(@id, ' ', @name)"/></title>
      <xsl:apply-templates select="f:sentence | f:remark"/>
      <form columns="3">
        <xsl:apply-templates select="@value" mode="result"/>
        <xsl:apply-templates select="f:definition[@key = 'target']" mode="result"/>
        <xsl:apply-templates select="@word" mode="result"/>
        <xsl:apply-templates select="@numerator[not(../@up)] | @denominator[not(../@up)]" mode="result"/>
        <xsl:apply-templates select="@up | @measured" mode="result"/>
        <xsl:apply-templates select="@n | @missed | @open | @unjudged" mode="result"/>
        <xsl:apply-templates select="@before | @change" mode="result"/>
        <xsl:apply-templates select="@coverage | @total" mode="result"/>
        <xsl:apply-templates select="@worst[. != ../@best] | @best[. != ../@worst]" mode="result"/>
      </form>
      <xsl:apply-templates select="f:chart" mode="trend"/>
      <xsl:if test="f:definition and not($part = 'result')">
        <form columns="2">
          <xsl:apply-templates select="f:definition"/>
        </form>
      </xsl:if>
      <xsl:apply-templates select="." mode="said"/>
    </section>
  </xsl:template>

  <!-- label by words: doc.result.n.availability where the kind of indicator
       has one of its own, else doc.result.n -->
  <xsl:template match="@*" mode="label">
    <xsl:variable name="key" select="concat('doc.result.', local-name())"/>
    <xsl:variable name="own" select="key('word', concat($key, '.', ../@kind))"/>
    <xsl:attribute name="label">
      <xsl:value-of select="$own"/>
      <xsl:if test="not($own)"><xsl:value-of select="key('word', $key)"/></xsl:if>
    </xsl:attribute>
  </xsl:template>

  <xsl:template match="@*" mode="result">
    <field>
      <xsl:apply-templates select="." mode="label"/>
      <xsl:value-of select="."/>
    </field>
  </xsl:template>

  <xsl:template match="@value | @before | @worst | @best" mode="result">
    <field>
      <xsl:apply-templates select="." mode="label"/>
      <xsl:value-of select="."/>
      <xsl:if test="../@unit != '%'"><xsl:value-of select="../@unit"/></xsl:if>
      <xsl:if test="../@unit = '%'"><xsl:value-of select="key('word', 'doc.percent')"/></xsl:if>
    </field>
  </xsl:template>

  <xsl:template match="@coverage | @total" mode="result">
    <field>
      <xsl:apply-templates select="." mode="label"/>
      <xsl:value-of select="concat(., key('word', 'doc.percent'))"/>
    </field>
  </xsl:template>

  <xsl:template match="@word" mode="result">
    <field label="{key('word', 'doc.result.verdict')}">
      <status>
        <xsl:copy-of select="../@tone"/>
        <xsl:value-of select="concat(../@mark, ' ', .)"/>
      </status>
    </field>
  </xsl:template>

  <xsl:template match="f:definition" mode="result">
    <field label="{@label}"><xsl:value-of select="."/></field>
  </xsl:template>

  <xsl:template match="f:chart" mode="trend">
    <xsl:apply-templates select=".">
      <xsl:with-param name="id" select="concat('trend-', ../@anchor)"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- one value is no course -->
  <xsl:template match="f:chart[count(f:line/f:point[@value]) &lt; 2]" mode="trend">
    <xsl:apply-templates select="f:sentence"/>
  </xsl:template>

  <!-- most are sentences and take the whole width; a few are words and stand
       two in a row -->
  <xsl:template match="f:definition">
    <field label="{@label}" span="2"><xsl:value-of select="."/></field>
  </xsl:template>

  <xsl:template match="f:definition[contains(' sources method frequency timing target clause owner ', concat(' ', @key, ' '))]">
    <field label="{@label}"><xsl:value-of select="."/></field>
  </xsl:template>
  <xsl:template match="f:figure" mode="trace">
    <section id="trace-{@anchor}">
      <xsl:if test="f:trace/f:table[@wide and f:row]">
        <xsl:attribute name="page">landscape</xsl:attribute>
      </xsl:if>
      <title><xsl:value-of select="concat(@id, ' ', @name)"/></title>
      <xsl:apply-templates select="f:trace/f:table" mode="trace"/>
    </section>
  </xsl:template>

  <xsl:template match="f:table" mode="trace">
    <xsl:apply-templates select=".">
      <xsl:with-param name="id" select="concat('trace-', ../../@anchor, '-', @id)"/>
    </xsl:apply-templates>
  </xsl:template>

</xsl:stylesheet>
