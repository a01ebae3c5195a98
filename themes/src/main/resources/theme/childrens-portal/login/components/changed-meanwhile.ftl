<#--
  <@notice>      which answers somebody else has changed since the person opened the page, and what they are now
-->
<#import "profile-answer.ftl" as answer>

<#macro notice>
  <#if changedMeanwhile?? && changedMeanwhile?size gt 0>
    <div class="portal-notice" role="status" data-focus tabindex="-1">
      <p class="govuk-body">${msg("portalChangedMeanwhile")}</p>
      <dl class="govuk-body portal-facts">
        <#list profile.attributes?filter(attribute -> changedMeanwhile[attribute.name]??) as attribute>
          <dt>${answer.question(attribute)}</dt><dd class="portal-break">${shown(attribute)}</dd>
        </#list>
      </dl>
    </div>
  </#if>
</#macro>

<#function shown attribute>
  <#local value = changedMeanwhile[attribute.name]>
  <#if attribute.name == "professional" && value?has_content>
    <#return msg((value == "true")?then("portalProfile.yes", "portalProfile.no"))>
  </#if>
  <#return value?has_content?then(value, msg("portalChangedMeanwhileEmpty"))>
</#function>
