<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalGoingOn")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalGoingOnText")}</p>
    <form data-send method="post" action="${samlPost.url}">
      <#if samlPost.SAMLRequest??><input type="hidden" name="SAMLRequest" value="${samlPost.SAMLRequest}"></#if>
      <#if samlPost.SAMLResponse??><input type="hidden" name="SAMLResponse" value="${samlPost.SAMLResponse}"></#if>
      <#if samlPost.relayState??><input type="hidden" name="RelayState" value="${samlPost.relayState}"></#if>
      <@button.submit label=msg("portalGoOn")/>
    </form>
  </#if>
</@layout.registrationLayout>
