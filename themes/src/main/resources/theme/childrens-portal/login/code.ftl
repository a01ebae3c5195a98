<#import "template.ftl" as layout>
<#import "components/text-field.ftl" as text>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header"><#if code.success>${msg("codeSuccessTitle")}<#else>${msg("portalErrorTitle")}</#if>
  <#elseif section = "form">
    <#if code.success>
      <@text.field name="code" label=msg("copyCodeInstruction") value=code.code required=false attributes={"readonly": ""}/>
    <#else>
      <p class="govuk-body">${kcSanitize(code.error)?no_esc}</p>
    </#if>
  </#if>
</@layout.registrationLayout>
