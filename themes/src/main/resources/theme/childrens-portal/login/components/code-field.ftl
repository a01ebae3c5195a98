<#--
  A code of digits that is good once. Parameters: see text-field.ftl.
-->
<#import "text-field.ftl" as text>
<#import "error-message.ftl" as errorMessage>

<#macro field name label labelClass="" error=errorMessage.of(name)>
  <@text.field name=name label=label class="portal-code" labelClass=labelClass autocomplete="one-time-code" error=error
    attributes={"inputmode": "numeric", "spellcheck": "false"}/>
</#macro>
