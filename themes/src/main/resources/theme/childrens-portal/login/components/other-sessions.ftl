<#--
  Whether the person is signed out everywhere else.

  <@field>
    checked      on, where what changes is how somebody comes into the account, unless they have taken the tick away
-->
<#import "checkbox.ftl" as checkbox>

<#macro field checked=!(otherSessionsStay!false)>
  <@checkbox.field name="logout-sessions" label=msg("logoutOtherSessions") checked=checked
    hint=msg(checked?then("portalOtherSessionsTicked", "portalOtherSessionsNotTicked"))/>
</#macro>
