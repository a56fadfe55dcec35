<?xml version="1.0" encoding="UTF-8"?>
<!-- page: a document as one HTML file.  $style is the style sheet with the
     colours of the theme, $script what makes tables handier, $policy lets
     nothing else run or be asked for (src/emit/html.c). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:geppo:document:1"
    xmlns:svg="http://www.w3.org/2000/svg"
    exclude-result-prefixes="d svg">

  <xsl:import href="../common/unhandled.xsl"/>
  <xsl:import href="section.xsl"/>
  <xsl:import href="inline.xsl"/>
  <xsl:import href="table.xsl"/>
  <xsl:import href="form.xsl"/>
  <xsl:import href="figure.xsl"/>

  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:param name="style"/>
  <xsl:param name="script"/>
  <xsl:param name="policy"/>
  <xsl:key name="id" match="*[@id]" use="@id"/>

  <xsl:template match="/d:document">
    <html lang="{@xml:lang}">
      <head>
        <meta http-equiv="Content-Security-Policy" content="{$policy}"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="generator" content="geppo"/>
        <title><xsl:value-of select="d:meta/@head"/></title>
        <style><xsl:value-of select="$style"/></style>
      </head>
      <body data-filter="{d:meta/@filter}" data-shown="{d:meta/@shown}">
        <a class="skip" href="#{d:section[1]/@id}"><xsl:value-of select="d:meta/@skip"/></a>
        <header>
          <xsl:apply-templates select="d:cover"/>
          <xsl:if test="not(d:cover)">
            <h1><xsl:value-of select="d:meta/@title"/></h1>
          </xsl:if>
          <xsl:apply-templates select="d:history"/>
        </header>
        <xsl:apply-templates select="d:contents"/>
        <main>
          <xsl:apply-templates select="d:section"/>
        </main>
        <footer>
          <p><xsl:value-of select="d:meta/@foot"/></p>
        </footer>
        <script><xsl:value-of select="$script"/></script>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="d:cover">
    <div class="cover">
      <h1><xsl:value-of select="../d:meta/@title"/></h1>
      <p class="subtitle">
        <xsl:value-of select="../d:meta/@subtitle"/>
        <xsl:apply-templates select="../d:meta/@mark"/>
      </p>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="@mark">
    <xsl:text> </xsl:text>
    <strong class="status warn"><xsl:value-of select="."/></strong>
  </xsl:template>

  <xsl:template match="d:history">
    <section class="history">
      <xsl:apply-templates/>
      <xsl:call-template name="footnotes"/>
    </section>
  </xsl:template>
  <xsl:template match="d:history/d:title">
    <h2 id="{../@id}"><xsl:apply-templates/></h2>
  </xsl:template>

  <!-- contents: chapters and their sections -->
  <xsl:template match="d:contents">
    <nav aria-labelledby="contents">
      <h2 id="contents"><xsl:value-of select="../d:meta/@contents"/></h2>
      <ol>
        <xsl:apply-templates select="../d:section" mode="contents"/>
      </ol>
    </nav>
  </xsl:template>

  <xsl:template match="d:section" mode="contents">
    <li>
      <a href="#{@id}">
        <span class="number"><xsl:value-of select="@number"/></span>
        <xsl:text> </xsl:text>
        <xsl:value-of select="d:title"/>
      </a>
      <xsl:if test="d:section">
        <ol><xsl:apply-templates select="d:section" mode="contents"/></ol>
      </xsl:if>
    </li>
  </xsl:template>
</xsl:stylesheet>
