<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalChooseWay")}
  <#elseif section = "form">
    <form action="${url.loginAction}" method="post">
      <#list auth.authenticationSelections as way>
        <p class="govuk-body">${msg(way.helpText)}</p>
        <@button.submit label=msg(way.displayName) name="authenticationExecution" value=way.authExecId kind="secondary"/>
      </#list>
    </form>
  </#if>
</@layout.registrationLayout>
