<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:geppo:document:1">
  <xsl:template match="/">
    <document kind="monthly" xml:lang="ja">
      <meta title="" number="" version="" period="" date="" modified="0" head=""
          foot="" page="" contents="" continued="" empty="－" bullet="・" skip="" data="" category=""
          filter="" shown="" class="" span="" lane="" box=""/>
      <section id="a">
        <title>A</title>
        <table id="t"><col/><col/><body><row><cell/></row></body></table>
      </section>
    </document>
  </xsl:template>
</xsl:stylesheet>
