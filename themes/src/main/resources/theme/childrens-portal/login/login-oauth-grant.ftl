<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/link.ftl" as link>
<@layout.registrationLayout; section>
  <#assign application = client.name?has_content?then(advancedMsg(client.name!""), client.clientId)>
  <#if section = "header">${msg("portalGrantTitle", application)}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalGrantText", application)}</p>
    <ul class="govuk-list govuk-list--bullet">
      <#list oauth.clientScopesRequested![] as scope>
        <li>${advancedMsg(scope.consentScreenText)}<#if scope.parameterizedScopeParameter??>:
          ${scope.parameterizedScopeParameter}</#if></li>
      </#list>
    </ul>
    <#if (client.attributes.tosUri)??><@link.line href=client.attributes.tosUri label=msg("portalGrantTerms", application)/></#if>
    <#if (client.attributes.policyUri)??><@link.line href=client.attributes.policyUri label=msg("portalGrantPrivacy", application)/></#if>
    <form action="${url.oauthAction}" method="post">
      <input type="hidden" name="code" value="${oauth.code}">
      <div class="govuk-button-group">
        <@button.submit label=msg("portalGrantYes") name="accept" value="yes"/>
        <@button.submit label=msg("portalGrantNo") name="cancel" value="no" kind="secondary"/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
