<?xml version="1.0" encoding="UTF-8"?>
<!-- document: facts and a template → document.  The order of chapters is the
     template's; each part has a file of its own below part/.  A kind that needs
     more has xsl/doc/KIND.xsl, which imports this. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:geppo:facts:1"
    xmlns:t="urn:geppo:template:1"
    xmlns:d="urn:geppo:document:1"
    xmlns="urn:geppo:document:1"
    exclude-result-prefixes="f t d">

  <xsl:import href="../common/unhandled.xsl"/>
  <xsl:import href="../common/words.xsl"/>
  <xsl:import href="part/page.xsl"/>
  <xsl:import href="part/section.xsl"/>
  <xsl:import href="part/column.xsl"/>
  <xsl:import href="part/table.xsl"/>
  <xsl:import href="part/portion.xsl"/>
  <xsl:import href="part/chart.xsl"/>
  <xsl:import href="part/figure.xsl"/>
  <xsl:import href="part/basis.xsl"/>
  <xsl:import href="part/sheet.xsl"/>
  <xsl:import href="part/plan.xsl"/>
  <xsl:import href="part/incident.xsl"/>
  <xsl:import href="part/answers.xsl"/>
  <xsl:import href="part/clauses.xsl"/>

  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:strip-space elements="t:*"/>
  <xsl:preserve-space elements="t:p t:note t:item t:field t:em t:strong t:footnote t:term"/>

</xsl:stylesheet>
