<#ftl output_format="plainText">
${msg("portalClosedWhat", realmName!)}

${msg("portalClosedYou")}

${msg("portalClosedNotYou")}
