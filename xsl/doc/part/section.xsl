<?xml version="1.0" encoding="UTF-8"?>
<!-- section: chapters, their fixed words, blanks to write in, forms. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    xmlns:t="urn:geppo:template:1"
    xmlns:d="urn:geppo:document:1"
    xmlns="urn:geppo:document:1"
    exclude-result-prefixes="f t d">

  <xsl:key name="slot" match="/f:facts/f:slot" use="@name"/>
  <xsl:key name="sentence" match="/f:facts/f:sentence" use="@key"/>
  <!-- the clauses that a chapter of this document answers -->
  <xsl:key name="answered" match="/f:facts/f:contract/f:clause" use="f:answer[@kind = /f:facts/f:document/@kind]/@section"/>

  <xsl:template match="t:section">
    <section>
      <xsl:attribute name="id">
        <xsl:apply-templates select="." mode="id"/>
      </xsl:attribute>
      <xsl:apply-templates select="." mode="page"/>
      <xsl:copy-of select="@data"/>
      <xsl:if test="key('answered', @id)">
        <xsl:attribute name="clause">
          <xsl:apply-templates select="key('answered', @id)" mode="list"/>
        </xsl:attribute>
      </xsl:if>
      <title><xsl:value-of select="@title"/></title>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <!-- the heading turns with its wide table, or it would be alone on a page -->
  <xsl:template match="t:section" mode="page">
    <xsl:if test="key('table', t:table[not(@columns)]/@ref)[@wide and f:row]">
      <xsl:attribute name="page">landscape</xsl:attribute>
    </xsl:if>
  </xsl:template>
  <!-- so does that of a chapter which begins with such a section -->
  <xsl:template match="t:section[t:section]" mode="page">
    <xsl:apply-templates select="*[1][self::t:section]" mode="page"/>
  </xsl:template>
  <xsl:template match="t:section[@page]" mode="page" priority="1">
    <xsl:copy-of select="@page"/>
  </xsl:template>

  <!-- a section without an id of its own counts in its chapter -->
  <xsl:template match="t:section[@id]" mode="id">
    <xsl:value-of select="@id"/>
  </xsl:template>
  <xsl:template match="t:section" mode="id">
    <xsl:apply-templates select="parent::t:section" mode="id"/>
    <xsl:text>-</xsl:text>
    <xsl:number count="t:section"/>
  </xsl:template>

  <xsl:template match="f:clause" mode="list">
    <xsl:if test="position() != 1"><xsl:text>, </xsl:text></xsl:if>
    <xsl:value-of select="@id"/>
  </xsl:template>

  <!-- fixed words -->

  <xsl:template match="t:p | t:note | t:list | t:item | t:em | t:strong | t:columns">
    <xsl:element name="{local-name()}" namespace="urn:geppo:document:1">
      <xsl:copy-of select="@ordered"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="t:list/t:item">
    <item><p><xsl:apply-templates/></p></item>
  </xsl:template>

  <xsl:template match="t:term">
    <p>
      <strong><xsl:value-of select="@label"/></strong>
      <xsl:text>　</xsl:text>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="t:ref">
    <ref to="{@to}"/>
  </xsl:template>

  <xsl:template match="t:pagebreak">
    <pagebreak/>
  </xsl:template>

  <xsl:template match="t:value[@of = 'contract']">
    <xsl:value-of select="/f:facts/f:contract/@title"/>
  </xsl:template>
  <xsl:template match="t:value[@of = 'city' or @of = 'vendor']">
    <xsl:value-of select="/f:facts/f:contract/f:party[@role = current()/@of]/@full"/>
  </xsl:template>
  <xsl:template match="t:value">
    <xsl:value-of select="/f:facts/@*[local-name() = current()/@of]"/>
  </xsl:template>

  <xsl:template match="t:sentence">
    <p><xsl:value-of select="key('sentence', @key)"/></p>
  </xsl:template>

  <!-- what a person writes -->

  <xsl:template match="t:slot">
    <xsl:apply-templates select="key('slot', @name)">
      <xsl:with-param name="label" select="@label"/>
      <xsl:with-param name="lines" select="@lines"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="f:slot[@state = 'given']">
    <xsl:copy-of select="d:blocks/d:*"/>
  </xsl:template>

  <xsl:template match="f:slot[@state = 'absent']">
    <xsl:param name="label"/>
    <xsl:param name="lines"/>
    <form>
      <field label="{$label}">
        <xsl:attribute name="lines">
          <xsl:value-of select="$lines"/>
          <xsl:if test="not($lines)">6</xsl:if>
        </xsl:attribute>
      </field>
    </form>
    <note><xsl:value-of select="key('word', 'doc.slot.blank')"/></note>
  </xsl:template>

  <xsl:template match="t:form">
    <form>
      <xsl:copy-of select="@columns"/>
      <xsl:apply-templates/>
    </form>
  </xsl:template>

  <xsl:template match="t:field">
    <field>
      <xsl:copy-of select="@label | @span | @lines"/>
      <xsl:apply-templates/>
    </field>
  </xsl:template>

</xsl:stylesheet>
