<?xml version="1.0" encoding="UTF-8"?>
<!-- chart: charts and diagrams; their sentence is the alternative text too. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    xmlns:t="urn:geppo:template:1"
    xmlns:d="urn:geppo:document:1"
    xmlns="urn:geppo:document:1"
    exclude-result-prefixes="f t d">

  <xsl:key name="chart" match="/f:facts/f:chart" use="@id"/>
  <xsl:key name="figure" match="/f:facts/f:figure" use="@id"/>
  <xsl:key name="graph" match="/f:facts/f:graph" use="@id"/>

  <xsl:template match="t:chart">
    <xsl:apply-templates select="key('chart', @ref)">
      <xsl:with-param name="id" select="concat('c-', @ref)"/>
      <xsl:with-param name="instead" select="key('sentence', @sentence)"/>
      <xsl:with-param name="data" select="@data"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="t:charts">
    <xsl:variable name="charts" select="/f:facts/f:chart[starts-with(@id, current()/@prefix)]"/>
    <xsl:apply-templates select="$charts">
      <xsl:with-param name="data" select="@data"/>
    </xsl:apply-templates>
    <xsl:if test="not($charts)">
      <xsl:call-template name="nothing"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="t:graph">
    <xsl:apply-templates select="key('graph', @ref)">
      <xsl:with-param name="id" select="concat('g-', @ref)"/>
    </xsl:apply-templates>
    <xsl:if test="not(key('graph', @ref))">
      <xsl:call-template name="nothing"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="t:graphs">
    <xsl:variable name="graphs" select="/f:facts/f:graph[starts-with(@id, current()/@prefix)]"/>
    <xsl:apply-templates select="$graphs"/>
    <xsl:if test="not($graphs)">
      <xsl:call-template name="nothing"/>
    </xsl:if>
  </xsl:template>

  <!-- a chart of nothing or of one category, a diagram without a box: only words -->

  <xsl:template match="f:chart[not(f:line/f:point[@value != 0] or f:line/f:bar)]
      | f:chart[not(f:category[2] or f:line/f:bar)] | f:graph[not(f:box)]">
    <xsl:param name="instead" select="/.."/>
    <xsl:apply-templates select="$instead | f:sentence[not($instead)]"/>
    <xsl:if test="not($instead | f:sentence)">
      <xsl:call-template name="nothing"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="f:chart">
    <xsl:param name="id"/>
    <xsl:param name="instead" select="/.."/>
    <!-- the table that has the same data -->
    <xsl:param name="data"/>
    <xsl:apply-templates select="$instead | f:sentence[not($instead)]"/>
    <figure>
      <xsl:call-template name="figure-id">
        <xsl:with-param name="id" select="$id"/>
      </xsl:call-template>
      <xsl:if test="$data">
        <xsl:attribute name="data"><xsl:value-of select="concat('t-', $data)"/></xsl:attribute>
      </xsl:if>
      <chart>
        <xsl:copy-of select="@kind | @unit | @threshold | @threshold-label | @across | @down"/>
        <xsl:apply-templates select="f:class | f:mark | f:category | f:line" mode="copy"/>
      </chart>
      <xsl:call-template name="caption"/>
    </figure>
  </xsl:template>

  <xsl:template match="f:graph">
    <xsl:param name="id"/>
    <xsl:apply-templates select="f:sentence"/>
    <figure>
      <xsl:call-template name="figure-id">
        <xsl:with-param name="id" select="$id"/>
      </xsl:call-template>
      <diagram>
        <xsl:copy-of select="@flow"/>
        <xsl:apply-templates select="f:box | f:edge" mode="copy"/>
      </diagram>
      <xsl:call-template name="caption"/>
    </figure>
  </xsl:template>

  <!-- the trend of the indicator that the row names; its sentence says it -->
  <xsl:template name="spark">
    <cell>
      <xsl:for-each select="key('figure', f:cell[@column = 'id'])/f:chart[f:line/f:point/@value]">
        <spark label="{f:sentence}">
          <xsl:apply-templates select="f:line[1]/f:point" mode="copy"/>
        </spark>
      </xsl:for-each>
    </cell>
  </xsl:template>

  <xsl:template name="figure-id">
    <xsl:param name="id"/>
    <xsl:if test="$id">
      <xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="caption">
    <caption><xsl:value-of select="@title"/></caption>
    <alt>
      <xsl:value-of select="f:sentence"/>
      <xsl:if test="not(f:sentence)"><xsl:value-of select="@title"/></xsl:if>
    </alt>
  </xsl:template>

  <!-- the data as they are, in the namespace of documents -->
  <xsl:template match="*" mode="copy">
    <xsl:element name="{local-name()}" namespace="urn:geppo:document:1">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="copy"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
