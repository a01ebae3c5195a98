<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalChooseOrganisation")}
  <#elseif section = "form">
    <form action="${url.loginAction}" method="post">
      <ul class="govuk-list">
        <#list user.organizations as organisation>
          <li><@button.submit label=organisation.name!organisation.alias name="kc.org" value=organisation.alias!"" kind="secondary"/></li>
        </#list>
      </ul>
    </form>
  </#if>
</@layout.registrationLayout>
