<#--
  Signing in with an account from elsewhere: what the realm's settings offer, in their order.

  <@list>
-->
<#import "button.ftl" as button>

<#macro list>
  <#if realm.password && (social.providers)?has_content>
    <h3 class="govuk-heading-s">${msg("portalOtherWays")}</h3>
    <ul class="govuk-list">
      <#list social.providers as provider>
        <li><@button.link id="social-" + provider.alias href=provider.loginUrl kind="secondary"
          label=msg("portalSignInWith", provider.displayName)/></li>
      </#list>
    </ul>
  </#if>
</#macro>
