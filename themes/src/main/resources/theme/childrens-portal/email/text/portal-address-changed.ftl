<#ftl output_format="plainText">
${msg("portalAddressChangedWhat", realmName!, masked)}

${msg("portalAddressChangedYou")}

${msg("portalAddressChangedNotYou")}

${link}

${msg("portalAddressChangedThen")}

${msg("portalAddressChangedEnds", ends)}
