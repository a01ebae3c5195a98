<#--
  The questions of the realm's user profile, and the error summary for them.

  <@all>         every attribute that the person may change
    without      names of those that are left out
  <@errors>
-->
<#import "error-summary.ftl" as errorSummary>
<#import "mandatory.ftl" as mandatory>
<#import "profile-answer.ftl" as answer>
<#import "yes-no.ftl" as yesNo>

<#-- Attributes that only professionals must answer have this validator in the realm's user profile. -->
<#function ofProfessionals attribute><#return (attribute.validators["portal-required-when-professional"])??></#function>

<#macro errors><@errorSummary.fields names=profile.attributes?map(attribute -> attribute.name)/></#macro>

<#macro all without=[]>
  <@mandatory.note/>
  <#list profile.attributes?filter(attribute -> !ofProfessionals(attribute) && !without?seq_contains(attribute.name)) as attribute>
    <#if attribute.name == "professional">
      <@yesNo.field name="professional" label=advancedMsg(attribute.displayName) value=(attribute.value)!""/>
    <#elseif !attribute.readOnly>
      <@answer.field attribute attribute.required/>
    </#if>
  </#list>
  <#local work = profile.attributes?filter(ofProfessionals)>
  <#if work?has_content>
    <#-- They are required of everybody if the realm's registration flow says so. -->
    <#local ofEveryone = work?filter(attribute -> attribute.required)?has_content>
    <div <#if !ofEveryone>data-shown-by="professional"</#if>>
      <#if !ofEveryone><p class="govuk-body" data-without-script>${msg("portalWorkOnlyProfessionals")}</p></#if>
      <#list work as attribute><@answer.field attribute true/></#list>
    </div>
  </#if>
</#macro>
