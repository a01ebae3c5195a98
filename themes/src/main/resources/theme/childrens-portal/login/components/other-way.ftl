<#--
  To go on in another way, where the flow has more than one, or for another organisation.

  <@forms>
-->
<#import "button.ftl" as button>

<#macro forms>
  <#if (auth.showTryAnotherWayLink())!false><@form name="tryAnotherWay" value="on" label=msg("portalAnotherWay")/></#if>
  <#if switchOrganizationEnabled!false>
    <@form name="switchOrganization" value="true" label=msg("portalAnotherOrganisation")/>
  </#if>
</#macro>

<#macro form name value label>
  <form action="${url.loginAction}" method="post"><@button.submit name=name value=value label=label kind="secondary"/></form>
</#macro>
