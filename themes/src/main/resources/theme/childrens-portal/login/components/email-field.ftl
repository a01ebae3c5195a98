<#--
  An email address. Parameters: see text-field.ftl.
-->
<#import "text-field.ftl" as text>
<#import "error-message.ftl" as errorMessage>

<#macro field name label value="" autocomplete="email" required=true labelClass="" error=errorMessage.of(name)>
  <@text.field name=name label=label value=value type="email" autocomplete=autocomplete required=required labelClass=labelClass
    error=error attributes={"spellcheck": "false", "autocapitalize": "none"}/>
</#macro>
