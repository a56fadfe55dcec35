<?xml version="1.0" encoding="UTF-8"?>
<!-- section: sections, their headings, paragraphs, lists, callouts, notes. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:geppo:document:1"
    xmlns:svg="http://www.w3.org/2000/svg"
    exclude-result-prefixes="d svg">

  <xsl:key name="footnotes" match="d:footnote" use="generate-id(ancestor::*[d:title][1])"/>

  <xsl:template match="d:section">
    <section>
      <xsl:apply-templates select="*[not(self::d:section)]"/>
      <xsl:call-template name="footnotes"/>
      <xsl:apply-templates select="d:section"/>
    </section>
  </xsl:template>

  <!-- below the blocks of the section that refers to them -->
  <xsl:template name="footnotes">
    <xsl:if test="key('footnotes', generate-id())">
      <div class="footnotes">
        <xsl:apply-templates select="key('footnotes', generate-id())" mode="text"/>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:footnote" mode="text">
    <p class="note" id="{@id}">
      <a href="#{@id}-mark" role="doc-backlink"><xsl:value-of select="@number"/></a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="d:columns">
    <div class="columns"><xsl:apply-templates/></div>
  </xsl:template>

  <!-- the cover has h1: chapters are h2, and no level is left out -->
  <xsl:template match="d:document/d:section/d:title">
    <h2 id="{../@id}"><xsl:call-template name="heading"/></h2>
  </xsl:template>
  <xsl:template match="d:document/d:section/d:section/d:title">
    <h3 id="{../@id}"><xsl:call-template name="heading"/></h3>
  </xsl:template>
  <xsl:template match="d:section/d:section/d:section/d:title">
    <h4 id="{../@id}"><xsl:call-template name="heading"/></h4>
  </xsl:template>
  <xsl:template match="d:section/d:section/d:section/d:section/d:title" priority="1">
    <h5 id="{../@id}"><xsl:call-template name="heading"/></h5>
  </xsl:template>

  <xsl:template name="heading">
    <span class="number"><xsl:value-of select="../@number"/></span>
    <xsl:text> </xsl:text>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="d:p">
    <p>
      <xsl:copy-of select="@id"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="d:list">
    <ul><xsl:apply-templates/></ul>
  </xsl:template>
  <xsl:template match="d:list[@ordered]">
    <ol><xsl:apply-templates/></ol>
  </xsl:template>
  <xsl:template match="d:item">
    <li><xsl:apply-templates/></li>
  </xsl:template>

  <xsl:template match="d:callout">
    <div class="callout {@tone}"><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="d:note">
    <p class="note"><xsl:apply-templates/></p>
  </xsl:template>

  <!-- a matter of paper -->
  <xsl:template match="d:pagebreak"/>
</xsl:stylesheet>
