# What the module makes of the realm's file. Nothing here needs the provider.

locals {
  file = jsondecode(file(var.realm_file))

  flows = { for flow in local.file.authenticationFlows : flow.alias => flow }

  # The flows that are not part of another.
  top_flows = { for alias, flow in local.flows : alias => flow if flow.topLevel }

  # What each flow consists of: executions, and flows within it.
  parts = flatten([
    for alias, flow in local.flows : [
      for part in flow.authenticationExecutions : {
        parent        = alias
        flow          = try(part.flowAlias, null)
        authenticator = try(part.authenticator, null)
        requirement   = part.requirement
        priority      = part.priority
        config        = try(part.authenticatorConfig, null)
      }
    ]
  ])

  # A resource can't name another of its own kind, so flows within flows are told by how deep they are.
  flows_in_top = {
    for part in local.parts : part.flow => part
    if part.flow != null && contains(keys(local.top_flows), part.parent)
  }
  flows_in_those = {
    for part in local.parts : part.flow => part
    if part.flow != null && contains(keys(local.flows_in_top), part.parent)
  }

  executions = {
    for part in local.parts : "${part.parent} > ${part.authenticator}" => part if part.flow == null
  }
  configs = { for config in local.file.authenticatorConfig : config.alias => config.config }

  required_actions = { for action in local.file.requiredActions : action.alias => action }

  # A flow's text is a text already; what is a list or an object in the file is a JSON text for the provider.
  profile = [
    for attribute in jsondecode(
      local.file.components["org.keycloak.userprofile.UserProfileProvider"][0].config["kc.user.profile.config"][0]
      ).attributes : {
      name         = attribute.name
      display_name = attribute.displayName
      multi_valued = attribute.multivalued
      required     = try(attribute.required.roles, [])
      view         = attribute.permissions.view
      edit         = attribute.permissions.edit
      validators = {
        for name, config in attribute.validations : name => {
          for key, value in config : key => try(tostring(value), jsonencode(value))
        }
      }
      annotations = {
        for key, value in try(attribute.annotations, {}) : key => try(tostring(value), jsonencode(value))
      }
    }
  ]

  scope  = one([for scope in local.file.clientScopes : scope if scope.name == "portal-profile"])
  client = one([for client in local.file.clients : client if client.clientId == "portal-web"])

  # The roles that everybody has: those of the realm by their names, those of an application behind its name.
  default_role = one([for role in local.file.roles.realm : role if role.name == local.file.defaultRole.name])
  default_roles = concat(
    local.default_role.composites.realm,
    [for role in local.default_role.composites.client.account : "account/${role}"]
  )
}
