<#ftl output_format="plainText">
${msg("portalEmailCodeFor", realmName!)}

${code}

${msg("portalEmailCodeEnds", ends)}

${msg("portalEmailCodeNever")}

${msg("portalEmailCodeNotYou")}
