<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header"><#if code.success>${msg("codeSuccessTitle")}<#else>${msg("portalErrorTitle")}</#if>
  <#elseif section = "form">
    <#if code.success><@field.text name="code" label=msg("copyCodeInstruction") value=code.code required=false attributes="readonly"/>
    <#else><p class="govuk-body">${kcSanitize(code.error)?no_esc}</p></#if>
  </#if>
</@layout.registrationLayout>
