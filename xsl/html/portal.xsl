<?xml version="1.0" encoding="UTF-8"?>
<!-- portal: index.html of a pack (src/emit/portal.c). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:geppo:portal:1"
    exclude-result-prefixes="o">

  <xsl:import href="../common/unhandled.xsl"/>
  <xsl:include href="portalrow.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:param name="style"/>
  <xsl:param name="script"/>
  <xsl:param name="policy"/>
  <xsl:key name="word" match="o:word" use="@key"/>

  <xsl:template match="/o:portal">
    <html lang="{@lang}">
      <head>
        <meta http-equiv="Content-Security-Policy" content="{$policy}"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="generator" content="geppo"/>
        <title><xsl:value-of select="concat(@period, ' ', key('word', 'portal.title'))"/></title>
        <style><xsl:value-of select="$style"/></style>
      </head>
      <body data-filter="{key('word', 'doc.html.filter')}" data-shown="{key('word', 'doc.html.shown')}"
          data-found="{key('word', 'portal.found')}" data-first="{key('word', 'portal.first')}">
        <a class="skip" href="#documents"><xsl:value-of select="key('word', 'portal.skip')"/></a>
        <header class="cover">
          <h1><xsl:value-of select="concat(@period, ' ', key('word', 'portal.title'))"/></h1>
          <p class="subtitle"><xsl:value-of select="concat(@contract, ' ', @number)"/></p>
        </header>
        <main>
          <xsl:if test="o:document/o:section">
            <div id="search" role="search" hidden="hidden">
              <label for="words"><xsl:value-of select="key('word', 'portal.search')"/></label>
              <input id="words" type="search" aria-describedby="words-help"/>
              <output for="words"/>
              <p id="words-help" class="note"><xsl:value-of select="key('word', 'portal.search.words')"/></p>
              <ol/>
            </div>
          </xsl:if>
          <xsl:call-template name="list">
            <xsl:with-param name="id" select="'documents'"/>
            <xsl:with-param name="heads">
              <xsl:apply-templates select="key('word', 'portal.kind')" mode="head"/>
              <xsl:apply-templates select="key('word', 'portal.file')" mode="head"/>
              <xsl:apply-templates select="key('word', 'portal.number')" mode="head"/>
              <xsl:apply-templates select="key('word', 'portal.version')" mode="head"/>
            </xsl:with-param>
            <xsl:with-param name="rows" select="o:document"/>
          </xsl:call-template>
          <xsl:call-template name="list">
            <xsl:with-param name="id" select="'figures'"/>
            <xsl:with-param name="heads">
              <xsl:apply-templates select="key('word', 'portal.figure')" mode="head"/>
              <xsl:apply-templates select="key('word', 'portal.verdict')" mode="head"/>
              <xsl:apply-templates select="key('word', 'portal.result')" mode="head"/>
            </xsl:with-param>
            <xsl:with-param name="rows" select="o:figure"/>
          </xsl:call-template>
          <xsl:call-template name="list">
            <xsl:with-param name="id" select="'tables'"/>
            <xsl:with-param name="heads">
              <xsl:apply-templates select="key('word', 'portal.table')" mode="head"/>
              <xsl:apply-templates select="key('word', 'portal.rows')" mode="head"/>
              <xsl:apply-templates select="key('word', 'portal.file')" mode="head"/>
            </xsl:with-param>
            <xsl:with-param name="rows" select="o:table"/>
          </xsl:call-template>
          <xsl:call-template name="list">
            <xsl:with-param name="id" select="'checks'"/>
            <xsl:with-param name="heads">
              <xsl:apply-templates select="key('word', 'portal.check')" mode="head"/>
              <xsl:apply-templates select="key('word', 'portal.count')" mode="head"/>
              <xsl:apply-templates select="key('word', 'portal.result')" mode="head"/>
            </xsl:with-param>
            <xsl:with-param name="rows" select="o:check"/>
          </xsl:call-template>
          <xsl:call-template name="list">
            <xsl:with-param name="id" select="'sources'"/>
            <xsl:with-param name="heads">
              <xsl:apply-templates select="key('word', 'portal.path')" mode="head"/>
              <xsl:apply-templates select="key('word', 'portal.rows')" mode="head"/>
              <xsl:apply-templates select="key('word', 'portal.rejected')" mode="head"/>
              <xsl:apply-templates select="key('word', 'portal.digest')" mode="head"/>
            </xsl:with-param>
            <xsl:with-param name="rows" select="o:source"/>
          </xsl:call-template>
          <xsl:if test="o:document/o:section">
            <section>
              <h2 id="index"><xsl:value-of select="key('word', 'portal.index')"/></h2>
              <div><xsl:apply-templates select="o:document[o:section]" mode="index"/></div>
            </section>
          </xsl:if>
        </main>
        <footer>
          <p><a href="manifest.xml"><xsl:value-of select="key('word', 'portal.manifest')"/></a></p>
        </footer>
        <script><xsl:value-of select="$script"/></script>
      </body>
    </html>
  </xsl:template>

  <!-- a chapter with one table; nothing of a kind, no chapter -->
  <xsl:template name="list">
    <xsl:param name="id"/>
    <xsl:param name="heads"/>
    <xsl:param name="rows"/>
    <xsl:variable name="title" select="key('word', concat('portal.', $id))"/>
    <xsl:if test="$rows">
      <section>
        <h2 id="{$id}"><xsl:value-of select="$title"/></h2>
        <div class="scroll" role="group" tabindex="0" aria-label="{$title}">
          <table>
            <thead><tr class="head"><xsl:copy-of select="$heads"/></tr></thead>
            <tbody><xsl:apply-templates select="$rows"/></tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
