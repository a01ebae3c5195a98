<#ftl output_format="plainText">
${msg("portalResetWhat", realmName!)}

${link}

${msg("portalResetEnds", linkExpiration)}

${msg("portalResetNotYou")}
