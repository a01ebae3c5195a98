<#--
  What the service knows about the person who is signed in, as registration asked for it, and whatever else the realm asks.

  <@facts>
    profile      Keycloak's
    change       where it is changed, empty if it cannot be
-->
<#import "profile-answer.ftl" as answer>
<#import "summary-list.ftl" as summary>

<#assign work = ["jobRole", "organisation", "street", "locality", "postal_code"]>
<#assign own = ["firstName", "lastName", "professional", "email"] + work>

<#function of profile name><#return ((profile.attributesByName[name].value)!"")?trim></#function>

<#macro facts profile change>
  <@summary.fact key=msg("portalYourName") href=change>${(of(profile, "firstName") + " " + of(profile, "lastName"))?trim}</@>
  <#if professional?has_content>
    <@summary.fact key=msg("portalYourCapacity") href=change>
      ${msg((professional == "true")?then("portalProfile.yes", "portalProfile.no"))}
    </@>
  </#if>
  <#if workApplies>
    <@summary.fact key=msg("portalProfile.jobRole") href=change>${of(profile, "jobRole")}</@>
    <@summary.fact key=msg("portalProfile.organisation") href=change>${of(profile, "organisation")}</@>
    <@summary.fact key=msg("portalYourWorkAddress") href=change>
      <#list ["street", "locality", "postal_code"]?map(name -> of(profile, name))?filter(line -> line?has_content) as line>
        ${line}<#sep><br></#sep>
      </#list>
    </@>
  </#if>
  <#list profile.attributes?filter(attribute -> !own?seq_contains(attribute.name)) as attribute>
    <#if (attribute.values![])?filter(value -> value?has_content)?has_content && attribute.name != "locale">
      <@summary.fact key=answer.question(attribute) href=attribute.readOnly?then("", change)>
        <#list attribute.values?filter(value -> value?has_content) as value>${answer.labelOf(attribute, value)}<#sep><br></#sep></#list>
      </@>
    </#if>
  </#list>
</#macro>
