<?xml version="1.0" encoding="UTF-8"?>
<!-- basis: what the document rests on: systems, findings, slots, versions. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    xmlns:t="urn:geppo:template:1"
    xmlns:d="urn:geppo:document:1"
    xmlns="urn:geppo:document:1"
    exclude-result-prefixes="f t d">

  <xsl:template match="t:systems">
    <xsl:variable name="systems" select="/f:facts/f:contract/f:system"/>
    <xsl:if test="$systems">
      <table id="t-systems">
        <caption><xsl:value-of select="key('word', 'doc.systems')"/></caption>
        <col align="start"/><col align="start"/>
        <xsl:if test="$systems/@pattern"><col align="start"/></xsl:if>
        <xsl:if test="$systems/@provider"><col align="start"/></xsl:if>
        <head>
          <row kind="head">
            <cell header="yes"><xsl:value-of select="key('word', 'doc.systems.name')"/></cell>
            <cell header="yes"><xsl:value-of select="key('word', 'doc.systems.class')"/></cell>
            <xsl:if test="$systems/@pattern">
              <cell header="yes"><xsl:value-of select="key('word', 'doc.systems.pattern')"/></cell>
            </xsl:if>
            <xsl:if test="$systems/@provider">
              <cell header="yes"><xsl:value-of select="key('word', 'doc.systems.provider')"/></cell>
            </xsl:if>
          </row>
        </head>
        <body><xsl:apply-templates select="$systems"/></body>
      </table>
    </xsl:if>
    <xsl:if test="not($systems)"><xsl:call-template name="nothing"/></xsl:if>
  </xsl:template>

  <xsl:template match="f:system">
    <row>
      <cell><xsl:value-of select="@name"/></cell>
      <cell><xsl:value-of select="@class"/></cell>
      <xsl:if test="../f:system/@pattern"><cell><xsl:value-of select="@pattern"/></cell></xsl:if>
      <xsl:if test="../f:system/@provider"><cell><xsl:value-of select="@provider"/></cell></xsl:if>
    </row>
  </xsl:template>

  <!-- the findings of the checks; CSV has those that are too many to print -->
  <xsl:template match="t:findings">
    <xsl:apply-templates select="/f:facts/f:check[@count != '0']" mode="findings"/>
  </xsl:template>

  <xsl:template match="f:check" mode="findings">
    <xsl:apply-templates select="key('table', concat('check-', @name))" mode="findings"/>
  </xsl:template>

  <xsl:template match="f:table" mode="findings">
    <table id="t-{@id}">
      <caption><xsl:value-of select="@title"/></caption>
      <xsl:apply-templates select="f:column" mode="col"/>
      <head>
        <row kind="head"><xsl:apply-templates select="f:column"/></row>
      </head>
      <body><xsl:apply-templates select="f:row[position() &lt;= 15]"/></body>
      <xsl:if test="f:row[16]">
        <note><xsl:value-of select="concat(key('word', 'doc.findings.more'), ' tables/', @id, '.csv')"/></note>
      </xsl:if>
    </table>
  </xsl:template>

  <!-- which texts were handed in -->
  <xsl:template match="t:slots">
    <table id="t-slots">
      <caption><xsl:value-of select="key('word', 'doc.slots')"/></caption>
      <col align="start" weight="2"/><col align="center" nowrap="yes"/>
      <head>
        <row kind="head">
          <cell header="yes"><xsl:value-of select="key('word', 'doc.slots.label')"/></cell>
          <cell header="yes"><xsl:value-of select="key('word', 'doc.slots.state')"/></cell>
        </row>
      </head>
      <body><xsl:apply-templates select="/f:facts/f:slot" mode="slots"/></body>
    </table>
  </xsl:template>

  <xsl:template match="f:slot" mode="slots">
    <row>
      <cell><xsl:value-of select="@label"/></cell>
      <cell align="center"><xsl:apply-templates select="." mode="state"/></cell>
    </row>
  </xsl:template>

  <xsl:template match="f:slot" mode="state">
    <status tone="good"><xsl:value-of select="key('word', 'doc.slots.given')"/></status>
  </xsl:template>
  <xsl:template match="f:slot[@state = 'absent']" mode="state">
    <status tone="warn"><xsl:value-of select="key('word', 'doc.slots.absent')"/></status>
  </xsl:template>

  <xsl:template match="t:program">
    <form>
      <xsl:apply-templates select="/f:facts/@program | /f:facts/@rules | /f:facts/@as-of" mode="basis"/>
      <xsl:apply-templates select="/f:facts/f:contract/@digest" mode="basis"/>
    </form>
  </xsl:template>

  <xsl:template match="@*" mode="basis">
    <field label="{key('word', concat('doc.basis.', local-name()))}">
      <xsl:value-of select="."/>
    </field>
  </xsl:template>

</xsl:stylesheet>
