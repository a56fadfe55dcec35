<?xml version="1.0" encoding="UTF-8"?>
<!-- page: texts of the document as a whole, cover, revisions, contents. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    xmlns:t="urn:geppo:template:1"
    xmlns:d="urn:geppo:document:1"
    xmlns="urn:geppo:document:1"
    exclude-result-prefixes="f t d">

  <xsl:template match="/f:facts">
    <xsl:apply-templates select="t:template"/>
  </xsl:template>

  <xsl:template match="t:template">
    <document kind="{@kind}" xml:lang="{../@lang}">
      <xsl:apply-templates select="../f:document" mode="meta">
        <xsl:with-param name="title" select="@title"/>
      </xsl:apply-templates>
      <xsl:apply-templates/>
    </document>
  </xsl:template>

  <xsl:template match="f:document" mode="meta">
    <xsl:param name="title"/>
    <meta title="{$title}" subtitle="{@subtitle}" number="{@number}"
          version="{@version}" period="{../@title}" date="{@date}"
          modified="{@modified}" page="{key('word', 'doc.page')}"
          contents="{key('word', 'doc.contents')}"
          continued="{key('word', 'doc.continued')}"
          empty="{key('word', 'doc.empty')}"
          bullet="{key('word', 'doc.bullet')}"
          skip="{key('word', 'doc.html.skip')}"
          filter="{key('word', 'doc.html.filter')}"
          shown="{key('word', 'doc.html.shown')}"
          data="{key('word', 'doc.html.data')}"
          category="{key('word', 'doc.html.category')}"
          class="{key('word', 'doc.html.class')}"
          span="{key('word', 'doc.html.span')}"
          lane="{key('word', 'doc.html.lane')}"
          box="{key('word', 'doc.html.box')}"
          head="{concat($title, ' ', @subtitle)}"
          foot="{concat(@number, ' ', @version)}">
      <xsl:copy-of select="@mark"/>
      <xsl:apply-templates select="../f:contract/f:party" mode="meta"/>
    </meta>
  </xsl:template>

  <xsl:template match="f:party" mode="meta"/>
  <xsl:template match="f:party[@role = 'city' or @role = 'vendor']" mode="meta">
    <xsl:attribute name="{@role}">
      <xsl:value-of select="@full"/>
    </xsl:attribute>
  </xsl:template>

  <!-- cover -->

  <xsl:template match="t:cover">
    <xsl:variable name="facts" select="/f:facts"/>
    <cover>
      <form>
        <xsl:apply-templates select="$facts/f:document/@number" mode="cover"/>
        <xsl:apply-templates select="$facts/f:document/@version" mode="cover"/>
        <xsl:apply-templates select="$facts/f:document/@date" mode="cover"/>
        <xsl:apply-templates select="$facts/f:contract/@title" mode="cover"/>
        <xsl:apply-templates select="$facts/f:contract/@number" mode="cover"/>
        <xsl:apply-templates select="$facts/f:contract/@term" mode="cover"/>
        <xsl:apply-templates select="$facts/f:contract/f:party" mode="cover"/>
      </form>
      <xsl:call-template name="approvals"/>
    </cover>
  </xsl:template>

  <xsl:template match="@*" mode="cover">
    <field label="{key('word', concat('doc.cover.', local-name(..), '.', local-name()))}">
      <xsl:value-of select="."/>
    </field>
  </xsl:template>

  <xsl:template match="f:party" mode="cover">
    <field label="{key('word', concat('doc.cover.party.', @role))}">
      <xsl:value-of select="@full"/>
    </field>
  </xsl:template>

  <xsl:template name="approvals">
    <xsl:if test="/f:facts/f:document/f:approval">
      <approvals>
        <xsl:apply-templates select="/f:facts/f:document/f:approval"/>
      </approvals>
    </xsl:if>
  </xsl:template>

  <xsl:template match="t:approvals">
    <xsl:call-template name="approvals"/>
  </xsl:template>

  <xsl:template match="f:approval">
    <approval><xsl:value-of select="."/></approval>
  </xsl:template>

  <!-- revisions -->

  <xsl:template match="t:history">
    <history id="history">
      <title><xsl:value-of select="key('word', 'doc.history')"/></title>
      <table>
        <col align="start" nowrap="yes"/>
        <col align="start" nowrap="yes"/>
        <col align="start" weight="3"/>
        <col align="start"/>
        <head>
          <row kind="head">
            <cell header="yes"><xsl:value-of select="key('word', 'doc.history.version')"/></cell>
            <cell header="yes"><xsl:value-of select="key('word', 'doc.history.on')"/></cell>
            <cell header="yes"><xsl:value-of select="key('word', 'doc.history.reason')"/></cell>
            <cell header="yes"><xsl:value-of select="key('word', 'doc.history.by')"/></cell>
          </row>
        </head>
        <body>
          <xsl:apply-templates select="/f:facts/f:document/f:revision"/>
        </body>
      </table>
    </history>
  </xsl:template>

  <xsl:template match="f:revision">
    <row>
      <cell><xsl:value-of select="@version"/></cell>
      <cell><xsl:value-of select="@on"/></cell>
      <cell><xsl:value-of select="@reason"/></cell>
      <cell><xsl:value-of select="@by"/></cell>
    </row>
  </xsl:template>

  <xsl:template match="t:contents">
    <contents/>
  </xsl:template>

</xsl:stylesheet>
