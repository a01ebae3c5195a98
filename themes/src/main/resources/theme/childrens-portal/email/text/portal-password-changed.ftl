<#ftl output_format="plainText">
${msg("portalPasswordChangedWhat", realmName!)}

${msg("portalPasswordChangedYou")}

${msg("portalPasswordChangedNotYou")}
