<?xml version="1.0" encoding="UTF-8"?>
<!-- portalrow: the rows of the portal's tables, and their heads. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:geppo:portal:1"
    exclude-result-prefixes="o">

  <xsl:template match="o:word" mode="head">
    <th scope="col"><xsl:value-of select="."/></th>
  </xsl:template>
  <xsl:template match="o:word[@key = 'portal.figure' or @key = 'portal.verdict' or @key = 'portal.number' or @key = 'portal.version']" mode="head">
    <th scope="col" class="nowrap"><xsl:value-of select="."/></th>
  </xsl:template>
  <xsl:template match="o:word[@key = 'portal.rows' or @key = 'portal.rejected' or @key = 'portal.count']" mode="head">
    <th scope="col" class="end"><xsl:value-of select="."/></th>
  </xsl:template>

  <xsl:template match="o:document">
    <tr>
      <th scope="row"><xsl:value-of select="@title"/></th>
      <td><xsl:apply-templates select="o:file"/></td>
      <td class="nowrap"><xsl:value-of select="@number"/></td>
      <td class="nowrap"><xsl:value-of select="@version"/></td>
    </tr>
  </xsl:template>

  <!-- the sections of a document, with the words that a search looks at -->
  <xsl:template match="o:document" mode="index">
    <details>
      <summary><xsl:value-of select="@title"/></summary>
      <ul><xsl:apply-templates select="o:section"/></ul>
    </details>
  </xsl:template>

  <xsl:template match="o:section">
    <li>
      <a href="{@href}"><xsl:value-of select="@title"/></a>
      <span hidden="hidden"><xsl:value-of select="."/></span>
    </li>
  </xsl:template>

  <xsl:template match="o:file">
    <xsl:if test="position() != 1"><xsl:text> </xsl:text></xsl:if>
    <a href="{@name}"><xsl:value-of select="translate(@format, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/></a>
  </xsl:template>

  <!-- one of several of a format -->
  <xsl:template match="o:file[@format = preceding-sibling::o:file/@format or @format = following-sibling::o:file/@format]">
    <xsl:if test="position() != 1"><xsl:text> </xsl:text></xsl:if>
    <a href="{@name}"><xsl:value-of select="substring-after(@name, '/')"/></a>
  </xsl:template>

  <xsl:template match="o:figure">
    <tr>
      <th scope="row" class="nowrap"><xsl:value-of select="@id"/></th>
      <td class="nowrap"><span class="status {@tone}"><xsl:value-of select="concat(@mark, ' ', @verdict)"/></span></td>
      <td><xsl:value-of select="."/></td>
    </tr>
  </xsl:template>

  <xsl:template match="o:table">
    <tr>
      <th scope="row"><xsl:value-of select="@title"/></th>
      <td class="end"><xsl:value-of select="@rows"/></td>
      <td class="nowrap"><xsl:apply-templates select="o:file"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="o:check">
    <tr class="{@tone}">
      <th scope="row"><xsl:value-of select="@title"/></th>
      <td class="end"><xsl:value-of select="@count"/></td>
      <td><xsl:value-of select="."/></td>
    </tr>
  </xsl:template>

  <xsl:template match="o:source">
    <tr>
      <th scope="row"><xsl:value-of select="@path"/></th>
      <td class="end"><xsl:value-of select="@rows"/></td>
      <td class="end"><xsl:value-of select="@rejected"/></td>
      <td class="nowrap"><code><xsl:value-of select="@digest"/></code></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
