<?xml version="1.0" encoding="UTF-8"?>
<!-- sheet: a form of each row, of each meeting; what a person says of an indicator. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    xmlns:t="urn:geppo:template:1"
    xmlns:d="urn:geppo:document:1"
    xmlns="urn:geppo:document:1"
    exclude-result-prefixes="f t d">

  <xsl:key name="column" match="/f:facts/f:table/f:column" use="concat(../@id, ' ', @id)"/>
  <xsl:key name="row-of" match="/f:facts/f:table[@id = 'actions' or @id = 'meeting-duties']/f:row" use="concat(../@id, ' ', f:cell[@column = 'meeting_id'])"/>

  <xsl:key name="amended" match="/f:facts/f:table[starts-with(@id, 'history-')]/f:row" use="concat(../@id, ' ', f:cell[@column = 'record'])"/>

  <xsl:template match="t:sheets">
    <xsl:variable name="table" select="key('table', @ref)"/>
    <xsl:apply-templates select="$table/f:row" mode="sheet">
      <xsl:with-param name="history" select="@history"/>
    </xsl:apply-templates>
    <xsl:if test="not($table/f:row)">
      <xsl:apply-templates select="$table/f:sentence"/>
    </xsl:if>
  </xsl:template>

  <!-- the last rows (src/doc/sheets): all stand in the register -->
  <xsl:template match="t:sheets[@most]" priority="1">
    <p>
      <xsl:call-template name="fill">
        <xsl:with-param name="text">
          <xsl:call-template name="fill">
            <xsl:with-param name="text" select="key('word', 'doc.last-sheets')"/>
            <xsl:with-param name="value" select="@n"/>
          </xsl:call-template>
        </xsl:with-param>
        <xsl:with-param name="place" select="'{left}'"/>
        <xsl:with-param name="value" select="@left"/>
      </xsl:call-template>
    </p>
    <xsl:apply-templates select="key('table', @ref)/f:row[position() > last() - current()/@most]" mode="sheet">
      <xsl:with-param name="history" select="@history"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- with what the row said before -->
  <xsl:template match="f:row" mode="sheet">
    <xsl:param name="history"/>
    <xsl:variable name="amends" select="key('amended', concat($history, ' ', f:cell[1]))"/>
    <form columns="2">
      <xsl:apply-templates select="f:cell" mode="sheet"/>
    </form>
    <xsl:if test="$amends">
      <xsl:apply-templates select="key('table', $history)" mode="part">
        <xsl:with-param name="id" select="concat('t-', $history, '-', position())"/>
        <xsl:with-param name="only" select="'item value-before value-after changed-by'"/>
        <xsl:with-param name="rows" select="$amends"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <!-- long texts take the whole width -->
  <xsl:template match="f:cell" mode="sheet">
    <xsl:variable name="is" select="key('column', concat(../../@id, ' ', @column))"/>
    <field label="{$is/@label}">
      <xsl:if test="$is/@type = 'longtext' or @column = 'title'">
        <xsl:attribute name="span">2</xsl:attribute>
      </xsl:if>
      <xsl:value-of select="."/>
    </field>
  </xsl:template>

  <!-- minutes: a section for each meeting, each on a page of its own -->

  <xsl:template match="t:minutes">
    <xsl:variable name="meetings" select="key('table', 'meetings')/f:row"/>
    <xsl:apply-templates select="$meetings" mode="minutes"/>
    <xsl:if test="not($meetings)"><xsl:call-template name="nothing"/></xsl:if>
  </xsl:template>

  <xsl:template match="f:row" mode="minutes">
    <xsl:variable name="id" select="f:cell[@column = 'meeting_id']"/>
    <xsl:variable name="actions" select="key('row-of', concat('actions ', $id))"/>
    <section id="minutes-{position()}">
      <title><xsl:value-of select="concat(f:cell[@column = 'name'], ' ', f:cell[@column = 'held_at'])"/></title>
      <form columns="2">
        <xsl:apply-templates select="f:cell[@column != 'meeting_id']" mode="sheet"/>
        <field label="{key('word', 'doc.minutes.author')}" lines="1"/>
        <field label="{key('word', 'doc.minutes.state')}">
          <xsl:apply-templates select="." mode="agreed"/>
        </field>
        <field label="{key('word', 'doc.minutes.talk')}" span="2" lines="6"/>
        <field label="{key('word', 'doc.minutes.next')}" span="2" lines="1"/>
        <field label="{key('word', 'doc.minutes.city')}" lines="2"/>
        <field label="{key('word', 'doc.minutes.vendor')}" lines="2"/>
      </form>
      <xsl:apply-templates select="key('table', 'meeting-duties')" mode="part">
        <xsl:with-param name="id" select="concat('minutes-', position(), '-due')"/>
        <xsl:with-param name="only" select="'name owner counted-from term due done-at state'"/>
        <xsl:with-param name="rows" select="key('row-of', concat('meeting-duties ', $id))"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="key('table', 'actions')[$actions]" mode="part">
        <xsl:with-param name="id" select="concat('minutes-', position(), '-actions')"/>
        <xsl:with-param name="only" select="'action_id item owner due_on status done_on'"/>
        <xsl:with-param name="rows" select="$actions"/>
      </xsl:apply-templates>
      <xsl:if test="not($actions)">
        <p><xsl:value-of select="key('word', 'doc.minutes.no-actions')"/></p>
      </xsl:if>
      <xsl:if test="position() != last()"><pagebreak/></xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="f:row" mode="agreed">
    <xsl:value-of select="key('word', 'doc.minutes.pending')"/>
  </xsl:template>
  <xsl:template match="f:row[f:cell[@column = 'approved_city_on'] != '' and f:cell[@column = 'approved_vendor_on'] != '']" mode="agreed">
    <xsl:value-of select="key('word', 'doc.minutes.agreed')"/>
  </xsl:template>

  <!-- what a person says of it: cause and measure -->
  <xsl:template match="f:figure" mode="said">
    <xsl:apply-templates select="key('slot', concat('cause-', @anchor))" mode="said"/>
    <xsl:apply-templates select="key('slot', concat('measure-', @anchor))" mode="said"/>
  </xsl:template>

  <xsl:template match="f:slot" mode="said">
    <section id="{@name}">
      <title><xsl:value-of select="@label"/></title>
      <xsl:apply-templates select=".">
        <xsl:with-param name="label" select="@label"/>
      </xsl:apply-templates>
    </section>
  </xsl:template>

</xsl:stylesheet>
